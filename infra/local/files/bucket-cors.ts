import type { IncomingHttpHeaders } from "node:http";
import { isLoopbackUrl } from "../issuer/loopback.ts";
import type { Assembly, Resource } from "../parts.ts";

/** What a browser of another origin may do with a bucket: the headers that tell it so, or undefined. */
export type BucketCors = (
  origin: string | undefined,
  method: string,
  asked: readonly string[],
) => Readonly<Record<string, string>> | undefined;

type CorsRule = {
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedHeaders?: readonly string[];
  readonly ExposedHeaders?: readonly string[];
  readonly MaxAge?: number;
};

/** One `*` in it stands for any text, as S3 has it. */
const matches = (pattern: string, text: string): boolean => {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return pattern === text;
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
};

/** Pages of this machine, such as those that are served from their sources, stand for those of the distribution. */
const originsMeant = (assembly: Assembly, origin: string): readonly string[] => {
  const domains = assembly
    .ofType("AWS::CloudFront::Distribution")
    .map(({ ref }) => `https://${ref.toLowerCase()}.cloudfront.net`);
  return isLoopbackUrl(origin) ? [origin, ...domains] : [origin];
};

export const bucketCors = (assembly: Assembly, { properties }: Resource): BucketCors => {
  const rules: readonly CorsRule[] = properties.CorsConfiguration?.CorsRules ?? [];
  return (origin, method, asked) => {
    if (origin === undefined) return undefined;
    const meant = originsMeant(assembly, origin);
    const rule = rules.find(
      ({ AllowedOrigins, AllowedMethods, AllowedHeaders = [] }) =>
        AllowedMethods.includes(method) &&
        AllowedOrigins.some((pattern) => meant.some((each) => matches(pattern, each))) &&
        asked.every((name) => AllowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name))),
    );
    if (rule === undefined) return undefined;
    const { AllowedMethods, ExposedHeaders = [], MaxAge } = rule;
    return {
      "access-control-allow-origin": origin,
      "access-control-allow-methods": AllowedMethods.join(", "),
      vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
      ...(asked.length > 0 ? { "access-control-allow-headers": asked.join(", ") } : {}),
      ...(ExposedHeaders.length > 0 ? { "access-control-expose-headers": ExposedHeaders.join(", ") } : {}),
      ...(MaxAge === undefined ? {} : { "access-control-max-age": String(MaxAge) }),
    };
  };
};

/** What a preflight request says it wants to do. */
export const askedHeaders = (headers: IncomingHttpHeaders): readonly string[] =>
  String(headers["access-control-request-headers"] ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
