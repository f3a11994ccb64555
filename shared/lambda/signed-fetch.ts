import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { defaultProvider } from "./environment-credentials.ts";

type SourceData = string | ArrayBuffer | ArrayBufferView;
const bytesOf = (data: SourceData): string | Uint8Array => {
  if (typeof data === "string") return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};

/** SHA-256 of node:crypto in the form that the SDK's signer asks for. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;
  constructor(secret?: SourceData) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }
  update(data: SourceData): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest());
  }
  reset(): void {
    throw new Error("A hash is used once");
  }
}

type Sent = { readonly method: string; readonly path: string; readonly body?: string | undefined };

/** Long enough for a large write, short enough that people hear "busy" and not a bare time-out. */
const timeoutMs = 8000;

/** Sends signed requests (AWS Signature Version 4) to an endpoint of one AWS service, in the function's own name. */
export const createSignedFetch = (endpoint: string, service: string) => {
  const { hostname: host } = new URL(endpoint);
  const region = process.env.AWS_REGION ?? "";
  const signer = new SignatureV4({ service, region, sha256: Sha256, credentials: defaultProvider() });
  return async ({
    method,
    path,
    body,
  }: Sent): Promise<{ readonly status: number; readonly body: unknown }> => {
    const type = path.endsWith("/_bulk") ? "application/x-ndjson" : "application/json";
    const { headers } = await signer.sign({
      protocol: "https:",
      hostname: host,
      method,
      path,
      headers: { host, "content-type": type },
      ...(body === undefined ? {} : { body }),
    });
    const answer = await fetch(new URL(path, endpoint), {
      method,
      headers,
      signal: AbortSignal.timeout(timeoutMs),
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, body: await answer.json().catch(() => undefined) };
  };
};
