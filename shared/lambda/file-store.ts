import { servedType } from "../attachments/file-rules.ts";
import type { FileStore, StoredFile } from "../attachments/file-store.ts";
import { createPresign, type Presign, type Presigned } from "./presign.ts";

/** Time to send a file, and to begin fetching one. */
const seconds = { upload: 300, link: 60, own: 60 };
/** Longer than S3 takes, shorter than people wait. */
const timeoutMs = 8000;

/** The bucket's lifecycle removes what still has this tag some days later. */
const pending = "state=pending";

const base64 = (hex: string): string => Buffer.from(hex, "hex").toString("base64");
const hex = (text: string): string => Buffer.from(text, "base64").toString("hex");

const until = (from: number, length: number): string => new Date(from + length * 1000).toISOString();

/** RFC 6266: the plain name for old clients, the whole one (RFC 8187) for the others. */
const disposition = (name: string): string => {
  const plain = name.replaceAll(/[^\w .()-]/g, "_");
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};

const send = async (presign: Presign, request: Omit<Presigned, "seconds">): Promise<Response> => {
  const url = await presign({ ...request, seconds: seconds.own });
  const { method, headers = {} } = request;
  return fetch(url, { method, headers, signal: AbortSignal.timeout(timeoutMs) });
};

const mustBe = async (answer: Response, what: string): Promise<void> => {
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${await answer.text()}`);
};

const storedFile = ({ headers }: Response): StoredFile | undefined => {
  const sum = headers.get("x-amz-checksum-sha256");
  if (sum === null) return undefined;
  return {
    size: Number(headers.get("content-length")),
    type: headers.get("content-type") ?? "",
    sha256: hex(sum),
  };
};

/** Files of one service: everything under its own name in the bucket. */
export const createFileStore = (bucket: string, host: string, service: string): FileStore => {
  const presign = createPresign(bucket, host);
  const at = (key: string): string => `${service}/${key}`;
  return {
    uploadTo: async (key, { size, type, sha256 }) => {
      const headers = {
        "content-type": type,
        // Nothing that lies there is written over, so what was checked stays what it was.
        "if-none-match": "*",
        "x-amz-checksum-sha256": base64(sha256),
        "x-amz-tagging": pending,
      };
      const now = Date.now();
      const url = await presign({
        method: "PUT",
        key: at(key),
        headers: { ...headers, "content-length": String(size) },
        seconds: seconds.upload,
      });
      return { method: "PUT", url, headers, expiresAt: until(now, seconds.upload) };
    },
    find: async (key) => {
      const headers = { "x-amz-checksum-mode": "ENABLED" };
      const answer = await send(presign, { method: "HEAD", key: at(key), headers });
      // Who may not list a bucket hears 403 of what is not there.
      if (answer.status === 404 || answer.status === 403) return undefined;
      await mustBe(answer, `looking for ${at(key)}`);
      return storedFile(answer);
    },
    keep: async (key) => {
      const answer = await send(presign, { method: "DELETE", key: at(key), query: { tagging: "" } });
      await mustBe(answer, `keeping ${at(key)}`);
    },
    remove: async (key) => {
      await mustBe(await send(presign, { method: "DELETE", key: at(key) }), `removing ${at(key)}`);
    },
    linkTo: async (key, { name, type, shown }) => {
      const now = Date.now();
      const query = {
        "response-content-disposition": shown ? "inline" : disposition(name),
        "response-content-type": servedType(type),
        "response-cache-control": "private, no-store",
      };
      const url = await presign({ method: "GET", key: at(key), query, seconds: seconds.link });
      return { url, expiresAt: until(now, seconds.link) };
    },
  };
};
