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

const readBody = (event: HttpEvent): unknown => {
  // An action that needs no more than its name may come without a body.
  if (!event.body) return {};
  if (event.body.length > bodyLimit) throw new Refusal("too_large", `At most ${bodyLimit} characters`);
  const type = event.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new Refusal("unsupported_media_type");
  try {
    return JSON.parse(event.isBase64Encoded ? Buffer.from(event.body, "base64").toString() : event.body);
  } catch {
    throw invalid("body", "This is not JSON");
  }
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
    body: endpoint.body ? check("body", endpoint.body, readBody(event)) : undefined,
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
