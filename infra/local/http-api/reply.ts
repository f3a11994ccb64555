import type { ServerResponse } from "node:http";
import { httpDate } from "../gateway/http-date.ts";

/** What goes back to the client; header names are lower case. */
export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
};

/** An answer of API Gateway itself, in its own words: clients see the same as in AWS. */
export const gatewayReply = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify({ message }),
});

export const badRequest = gatewayReply(400, "Bad Request");
export const notFound = gatewayReply(404, "Not Found");
export const tooLarge = gatewayReply(413, "Request Entity Too Large", { connection: "close" });
export const tooManyRequests = gatewayReply(429, "Too Many Requests");
export const headersTooLarge = gatewayReply(431, "Request Header Fields Too Large", { connection: "close" });
export const internalError = gatewayReply(500, "Internal Server Error");
export const unavailable = gatewayReply(503, "Service Unavailable");

/** Answers without a body by definition; a length would contradict it. */
const bodiless = new Set([204, 304]);

/** Whether the client still waits for an answer. */
export const isOpen = (response: ServerResponse): boolean => !response.destroyed && !response.headersSent;

/** Sends a reply, unless the client is gone. The Date is virtual: SDKs compare it with their own clock. */
export const writeReply = (
  response: ServerResponse,
  reply: Reply,
  requestId: string,
  nowMs: number,
): void => {
  if (!isOpen(response)) return;
  response.writeHead(reply.status, {
    ...(reply.headers as Readonly<Record<string, string | string[]>>),
    ...(bodiless.has(reply.status) ? {} : { "content-length": Buffer.byteLength(reply.body) }),
    date: httpDate(nowMs),
    "apigw-requestid": requestId,
  });
  response.end(reply.body);
};
