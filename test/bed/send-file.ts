import { createHash } from "node:crypto";
import type { Client } from "./client.ts";
import type { Bed } from "./start-bed.ts";

/** A file as tests attach it. */
export type TestFile = {
  readonly bytes: Buffer;
  readonly facts: {
    readonly name: string;
    readonly size: number;
    readonly type: string;
    readonly sha256: string;
    readonly internal?: boolean;
  };
};

export const testFile = (content: string, more: Partial<TestFile["facts"]> = {}): TestFile => {
  const bytes = Buffer.from(content);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, facts: { name: "note.txt", size: bytes.length, type: "text/plain", sha256, ...more } };
};

type Upload = { readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** The request that sends bytes, exactly as the API says, or with something else about it. */
export const putFile = ({ url, headers }: Upload, bytes: Buffer, other: Record<string, string> = {}) =>
  fetch(url, { method: "PUT", headers: { ...headers, ...other }, body: new Uint8Array(bytes) });

/** Asks, sends and attaches; `path` is the record's, such as `/incidents/INC0000001`. */
export const sendFile = async (as: Client, path: string, { bytes, facts }: TestFile) => {
  const asked = await as.post(`${path}/uploads`, facts);
  if (asked.status !== 200) return asked;
  const sent = await putFile(asked.body.upload, bytes);
  if (!sent.ok && sent.status !== 412) throw new Error(`${sent.status} ${await sent.text()}`);
  return as.post(`${path}/attachments`, facts);
};

/** A scanner says what it found in a file; `key` is the object's. */
export const tellScanned = (
  { putForeign }: Pick<Bed, "putForeign">,
  key: string,
  scanResultStatus: "NO_THREATS_FOUND" | "THREATS_FOUND" | "UNSUPPORTED" | "FAILED",
): void =>
  putForeign({
    source: "aws.guardduty",
    "detail-type": "GuardDuty Malware Protection Object Scan Result",
    detail: {
      schemaVersion: "1.0",
      scanStatus: "COMPLETED",
      resourceType: "S3_OBJECT",
      s3ObjectDetails: { bucketName: "files", objectKey: key, eTag: "0", s3Throttled: false },
      scanResultDetails: { scanResultStatus, threats: null },
    },
  });
