import type { Reply } from "./reply.ts";

/** The largest answer Lambda lets a function give, in bytes. */
const maximumReply = 6 * 1024 * 1024;

/** Headers of the connection between API Gateway and its client: not the function's to set. */
const connectionHeaders = new Set([
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** What HTTP lets stand in a header; anything else would break the answer apart. */
const headerName = /^[\w!#$%&'*+.^`|~-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

const replyHeaders = (given: unknown): Record<string, string> | undefined => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    if (!isScalar(value) || !headerName.test(name) || !headerValue.test(String(value))) return undefined;
    if (!connectionHeaders.has(name.toLowerCase())) headers[name.toLowerCase()] = String(value);
  }
  return headers;
};

const replyCookies = (given: unknown): readonly string[] | undefined => {
  if (given === undefined || given === null) return [];
  return Array.isArray(given) &&
    given.every((cookie) => typeof cookie === "string" && headerValue.test(cookie))
    ? given
    : undefined;
};

const replyStatus = (given: unknown): number | undefined => {
  const status = typeof given === "string" && /^\d{3}$/.test(given) ? Number(given) : given;
  return Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599
    ? Number(status)
    : undefined;
};

const structured = (value: Readonly<Record<string, unknown>>): Reply | undefined => {
  const status = replyStatus(value.statusCode);
  const headers = replyHeaders(value.headers);
  const cookies = replyCookies(value.cookies);
  const { body = "" } = value;
  if (status === undefined || headers === undefined || cookies === undefined) return undefined;
  if (body !== null && !isScalar(body)) return undefined;
  const text = String(body ?? "");
  headers["content-type"] ??= "text/plain;charset=utf-8";
  return {
    status,
    headers: cookies.length === 0 ? headers : { ...headers, "set-cookie": cookies },
    body: value.isBase64Encoded === true ? Buffer.from(text, "base64") : text,
  };
};

/**
 * Turns what a function returned into an answer: an object with `statusCode` says everything itself, any other
 * value is the body of a 200. Undefined when it is malformed, for which API Gateway answers 500.
 */
export const functionReply = (value: unknown): Reply | undefined => {
  const reply =
    isRecord(value) && value.statusCode !== undefined
      ? structured(value)
      : {
          status: 200,
          headers: { "content-type": "application/json" },
          body: typeof value === "string" ? value : JSON.stringify(value ?? null),
        };
  return reply !== undefined && reply.body.length <= maximumReply ? reply : undefined;
};
