import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Reply } from "../http-api/reply.ts";
import type { StoredObject } from "./object-store.ts";
import { S3Failure } from "./s3-failure.ts";

/** What a request wants of one object, and what it needs permission for. */
export type Operation = { readonly name: OperationName; readonly actions: readonly string[] };
type OperationName = "put" | "get" | "head" | "remove" | "untag";

const plain: Readonly<Record<string, Operation>> = {
  GET: { name: "get", actions: ["s3:GetObject"] },
  HEAD: { name: "head", actions: ["s3:GetObject"] },
  DELETE: { name: "remove", actions: ["s3:DeleteObject"] },
};

/** The sub-resources of S3's address: whatever else is in the query names another operation. */
const isSubresource = (name: string): boolean => !/^(x-amz-|response-)/i.test(name);

export const operationOf = (
  method: string,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
): Operation => {
  const named = [...query.keys()].filter(isSubresource);
  if (named.length === 0 && method === "PUT") {
    const tagging = headers["x-amz-tagging"] === undefined ? [] : ["s3:PutObjectTagging"];
    return { name: "put", actions: ["s3:PutObject", ...tagging] };
  }
  const found = plain[method];
  if (named.length === 0 && found !== undefined) return found;
  if (named.join() === "tagging" && method === "DELETE")
    return { name: "untag", actions: ["s3:DeleteObjectTagging"] };
  throw new S3Failure(501, "NotImplemented", `the local cloud does not support ${method} of ${named.join()}`);
};

const etagOf = (bytes: Buffer): string => `"${createHash("md5").update(bytes).digest("hex")}"`;

/** The object that a PUT sends, if it is what its own headers say. */
export const objectFrom = (
  bucket: string,
  key: string,
  headers: IncomingHttpHeaders,
  bytes: Buffer,
  storedAt: number,
): StoredObject => {
  const sha256 = createHash("sha256").update(bytes).digest("base64");
  const claimed = headers["x-amz-checksum-sha256"];
  if (claimed !== undefined && claimed !== sha256)
    throw new S3Failure(400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.");
  const tags = Object.fromEntries(new URLSearchParams(String(headers["x-amz-tagging"] ?? "")));
  const type = headers["content-type"] ?? "binary/octet-stream";
  return { meta: { bucket, key, type, sha256, tags, size: bytes.length, storedAt }, bytes };
};

export const putReply = ({ meta, bytes }: StoredObject): Reply => ({
  status: 200,
  headers: { etag: etagOf(bytes), "x-amz-checksum-sha256": meta.sha256 },
  body: "",
});

const overridden =
  "cache-control content-disposition content-encoding content-language content-type expires".split(" ");

/** The object with its headers; the query may say what some of them are to be, as the signer wished. */
export const objectReply = (
  { meta, bytes }: StoredObject,
  query: URLSearchParams,
  headers: IncomingHttpHeaders,
): Reply => {
  const wished = overridden.flatMap((name): [string, string][] => {
    const value = query.get(`response-${name}`);
    return value === null ? [] : [[name, value]];
  });
  const isAsked = String(headers["x-amz-checksum-mode"] ?? "").toUpperCase() === "ENABLED";
  return {
    status: 200,
    headers: {
      "content-type": meta.type,
      etag: etagOf(bytes),
      "last-modified": new Date(meta.storedAt).toUTCString(),
      ...(isAsked ? { "x-amz-checksum-sha256": meta.sha256 } : {}),
      ...Object.fromEntries(wished),
    },
    body: bytes,
  };
};
