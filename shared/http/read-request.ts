import { isUtf8 } from "node:buffer";
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import type * as z from "zod";
import { Refusal, type Violation } from "../domain/refusal.ts";
import { type Endpoint, methodOf } from "./endpoint.ts";

export type HttpEvent = APIGatewayProxyEventV2WithJWTAuthorizer;

/** Characters of a request body; DynamoDB items end at 400 kB, and nothing people type comes near this. */
export const bodyLimit = 256 * 1024;

const check = (part: string, schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const violations: Violation[] = result.error.issues.map((issue) => ({
    path: [
      part,
      ...issue.path.map(String),
      ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : []),
    ].join("."),
    message: issue.message,
  }));
  throw new Refusal("invalid_input", undefined, violations.slice(0, 20));
};

const invalid = (path: string, message: string) =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

/** Where a text holds half a character, which no UTF-8 can keep: stored, it would come back as another text. */
const brokenText = (body: unknown): string | undefined => {
  const left: [string, unknown][] = [["body", body]];
  // A list and no recursion: a body may be nested deeper than the stack.
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [path, value] = next;
    if (typeof value === "string" && !value.isWellFormed()) return path;
    if (typeof value !== "object" || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (!name.isWellFormed()) return path;
      left.push([`${path}.${name}`, part]);
    }
  }
  return undefined;
};

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("body", "This is not JSON");
  }
};

/** The HTTP API hands on as Base64 what is not UTF-8 or was compressed: none of it is JSON. */
const textOf = ({ body = "", isBase64Encoded }: HttpEvent): string => {
  if (!isBase64Encoded) return body;
  const bytes = Buffer.from(body, "base64");
  if (!isUtf8(bytes)) throw invalid("body", "This is not UTF-8");
  return bytes.toString();
};

const readBody = (event: HttpEvent, limit: number): unknown => {
  // An action that needs no more than its name may come without a body.
  if (!event.body) return {};
  if (event.body.length > limit) throw new Refusal("too_large", `At most ${limit} characters`);
  const type = event.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Refusal("unsupported_media_type");
  const text = textOf(event);
  const body = parseBody(text);
  // Only an escape can bring half a character in: whoever sends none pays nothing for the search.
  const broken = /\\ud[89a-f]/i.test(text) ? brokenText(body) : undefined;
  if (broken !== undefined) throw invalid(broken, "Half a surrogate pair is no text");
  return body;
};

/** `"7"` (also weak, `W/"7"`) to 7; `*` means any version. */
const readVersion = (header: string | undefined): number | undefined => {
  if (header === undefined || header === "*") return undefined;
  const digits = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (digits === undefined) throw invalid("headers.if-match", 'Send the version as an ETag, such as "7"');
  return Number(digits);
};

/** What the endpoint's schemas make of a request; refuses with `invalid_input` and the paths of what is wrong. */
export const readRequest = (endpoint: Endpoint, event: HttpEvent) => {
  const ifMatch = event.headers["if-match"];
  if (endpoint.needsVersion && ifMatch === undefined) throw new Refusal("version_required");
  return {
    params: check("path", endpoint.params, event.pathParameters ?? {}),
    query: check("query", endpoint.query, event.queryStringParameters ?? {}),
    body: endpoint.body
      ? check("body", endpoint.body, readBody(event, endpoint.bodyLimit ?? bodyLimit))
      : undefined,
    ifMatch: methodOf(endpoint.route) === "GET" ? undefined : readVersion(ifMatch),
  };
};

/** The client's `Idempotency-Key`, if it sent a usable one. */
export const readIdempotencyKey = (event: HttpEvent): string | undefined => {
  const key = event.headers["idempotency-key"];
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,128}$/.test(key))
    throw invalid("headers.idempotency-key", "1 to 128 visible ASCII characters");
  return key;
};
