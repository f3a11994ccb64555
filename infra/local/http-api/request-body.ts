import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";

export type EventBody = { readonly body?: string; readonly isBase64Encoded: boolean };

/** Media types that API Gateway passes on as text; every other body is sent to the function as Base64. */
const textType = /^\s*(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript)\s*(?:;|$))/i;

/** Reads a request's body; undefined when it is longer than the limit. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const { "content-length": length, "transfer-encoding": chunked } = request.headers;
  if (length === undefined && chunked === undefined) return Buffer.alloc(0);
  if (Number(length) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else resolve(undefined);
    });
    request.once("end", () => resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("the client went away")));
  });
};

/** A body as a function receives it. */
export const eventBody = (
  body: Buffer,
  type: string | undefined,
  encoding: string | undefined,
): EventBody => {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = (type === undefined || textType.test(type)) && encoding === undefined && isUtf8(body);
  return { body: body.toString(isText ? "utf8" : "base64"), isBase64Encoded: !isText };
};
