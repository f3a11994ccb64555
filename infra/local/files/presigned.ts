import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { accessDenied, S3Failure } from "./s3-failure.ts";

/** A request with its permission in the query (AWS Signature Version 4). */
export type SignedRequest = {
  readonly method: string;
  /** As it came, percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
};

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** RFC 3986: everything but unreserved characters. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort(byText)
    .join("&");

const headerText = (headers: IncomingHttpHeaders, name: string): string =>
  [headers[name] ?? ""].flat().join(",").trim().replaceAll(/\s+/g, " ");

const canonicalRequest = (
  { method, path, query, headers }: SignedRequest,
  signed: readonly string[],
): string =>
  [
    method,
    path,
    canonicalQuery(query),
    ...signed.map((name) => `${name}:${headerText(headers, name)}`),
    "",
    signed.join(";"),
    query.get("X-Amz-Content-Sha256") ?? "UNSIGNED-PAYLOAD",
  ].join("\n");

/** `20261130T190000Z` to milliseconds since the epoch. */
const instantOf = (text: string): number =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

const longestSeconds = 7 * 24 * 60 * 60;
/** AWS bears so much difference between clocks. */
const skewMs = 15 * 60_000;

const mustBeInTime = (query: URLSearchParams, now: number): void => {
  const from = instantOf(query.get("X-Amz-Date") ?? "");
  const seconds = Number(query.get("X-Amz-Expires"));
  if (Number.isNaN(from) || !Number.isInteger(seconds) || seconds < 1 || seconds > longestSeconds)
    throw new S3Failure(400, "AuthorizationQueryParametersError", "X-Amz-Date or X-Amz-Expires is not valid");
  if (now < from - skewMs) throw accessDenied("Request is not yet valid");
  if (now > from + seconds * 1000) throw accessDenied("Request has expired");
};

/** Whatever says something to S3 must be what the signer meant to say. */
const mustSignAll = (headers: IncomingHttpHeaders, signed: readonly string[]): void => {
  const unsigned = Object.keys(headers).filter((name) => name.startsWith("x-amz-") && !signed.includes(name));
  if (!signed.includes("host") || unsigned.length > 0)
    throw accessDenied("There were headers present in the request which were not signed");
};

/** The access key in whose name a request was signed, unless it was altered, is late, or was signed by nobody known. */
export const verifyPresigned = (
  request: SignedRequest,
  secretOf: (accessKey: string) => string | undefined,
  { region, now }: { readonly region: string; readonly now: number },
): string => {
  const { query, headers } = request;
  const signature = query.get("X-Amz-Signature");
  if (query.get("X-Amz-Algorithm") !== "AWS4-HMAC-SHA256" || signature === null) throw accessDenied();
  const [accessKey = "", day = "", ...rest] = (query.get("X-Amz-Credential") ?? "").split("/");
  const date = query.get("X-Amz-Date") ?? "";
  const scope = [day, region, "s3", "aws4_request"];
  if ([day, ...rest].join("/") !== scope.join("/") || !date.startsWith(day))
    throw new S3Failure(400, "AuthorizationQueryParametersError", "The credential's scope is another");
  const secret = secretOf(accessKey);
  if (secret === undefined)
    throw new S3Failure(403, "InvalidAccessKeyId", "The AWS access key Id does not exist in our records.");
  const signed = (query.get("X-Amz-SignedHeaders") ?? "").split(";");
  const text = ["AWS4-HMAC-SHA256", date, scope.join("/"), sha256(canonicalRequest(request, signed))].join(
    "\n",
  );
  const key = scope.reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  const [given, expected] = [Buffer.from(signature), Buffer.from(hmac(key, text).toString("hex"))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new S3Failure(
      403,
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
    );
  mustBeInTime(query, now);
  mustSignAll(headers, signed);
  return accessKey;
};
