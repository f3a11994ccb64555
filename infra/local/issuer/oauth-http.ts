import type { IncomingMessage, ServerResponse } from "node:http";
import { httpDate } from "../gateway/http-date.ts";
import { isLoopbackUrl } from "./loopback.ts";

/** An error that OAuth foresees, answered as `{ error, error_description }`. */
export class OAuthError extends Error {
  override readonly name = "OAuthError";
  readonly code: string;
  readonly status: number;
  constructor(code: string, description: string, status = 400) {
    super(description);
    this.code = code;
    this.status = status;
  }
}

/** What an endpoint of the issuer answers. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Answers with JSON that nobody may cache: it carries tokens. */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(value),
});

/** Answers with a page that runs no script and sits in no frame. */
export const htmlPage = (body: string, status = 200): Answer => ({
  status,
  headers: {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "no-referrer",
  },
  body,
});

/** Sends the browser on with GET. */
export const redirect = (location: string): Answer => ({
  status: 303,
  headers: { location, "cache-control": "no-store" },
  body: "",
});

/** Pages of other servers on this machine (a development server, say) may read the answers; no others. */
export const crossOriginHeaders = (origin: string | undefined): Readonly<Record<string, string>> =>
  origin !== undefined && isLoopbackUrl(origin)
    ? {
        "access-control-allow-origin": origin,
        "access-control-allow-headers": "authorization, content-type",
        "access-control-allow-methods": "GET, POST",
        vary: "origin",
      }
    : { vary: "origin" };

/** Largest form accepted, in bytes: a real one has a few hundred. */
const maximumForm = 65_536;

/** Reads an `application/x-www-form-urlencoded` body. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumForm) throw new OAuthError("invalid_request", "the form is too large", 413);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
};

/** Writes an answer; the Date is the virtual clock's, or clients would see their tokens as skewed. */
export const write = (response: ServerResponse, answer: Answer, nowMs: number): void => {
  response.writeHead(answer.status, {
    ...answer.headers,
    date: httpDate(nowMs),
    "content-length": Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
};
