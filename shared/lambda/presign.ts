import { SignatureV4 } from "@smithy/signature-v4";
import { defaultProvider } from "./environment-credentials.ts";
import { Sha256 } from "./sha256.ts";

/** A request that somebody else may make in this function's name, for a while. */
export type Presigned = {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  /** All of them have to be sent, with exactly these values. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly seconds: number;
};

/** Addresses of objects in a bucket that carry their own permission (AWS Signature Version 4 in the query). */
export type Presign = (request: Presigned) => Promise<string>;

/** As S3 has it among the query's parameters. */
const payloadHeader = "X-Amz-Content-Sha256";

/** RFC 3986, as the signature is made of it: the marks that JavaScript leaves alone are encoded, too. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const queryText = (query: Readonly<Record<string, unknown>>): string =>
  Object.entries(query)
    .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
    .join("&");

/**
 * `host` is the bucket's own, as S3 has it; where the SDK's variable for another endpoint of S3 is set, the bucket
 * is a part of the path there. Only presigning is needed of S3's client, which would be 300 kB more in each function.
 */
export const createPresign = (bucket: string, host: string): Presign => {
  const other = process.env.AWS_ENDPOINT_URL_S3;
  const base = new URL(other === undefined ? `https://${host}` : `${other}/${bucket}`);
  const signer = new SignatureV4({
    service: "s3",
    region: process.env.AWS_REGION ?? "",
    sha256: Sha256,
    credentials: defaultProvider(),
    uriEscapePath: false,
  });
  return async ({ method, key, query = {}, headers = {}, seconds }) => {
    const path = `${base.pathname.replace(/\/$/, "")}/${key}`;
    const signed = await signer.presign(
      {
        protocol: base.protocol,
        hostname: base.hostname,
        method,
        path,
        query: { ...query },
        // The bytes are not known here: their checksum is among the headers instead.
        headers: { ...headers, host: base.host, [payloadHeader]: "UNSIGNED-PAYLOAD" },
      },
      { expiresIn: seconds, unhoistableHeaders: new Set(Object.keys(headers)) },
    );
    return `${base.origin}${path}?${queryText(signed.query ?? {})}`;
  };
};
