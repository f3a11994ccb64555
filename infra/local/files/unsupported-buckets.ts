import type { Assembly } from "../parts.ts";
import { nameOf, unknownProperties } from "../template-check.ts";

/** Of versions there is one here, and parts are not sent one by one: rules about others have nothing to do. */
const lifecycle =
  "AbortIncompleteMultipartUpload ExpirationInDays ExpiredObjectDeleteMarker Id NoncurrentVersionExpiration Prefix Status TagFilters".split(
    " ",
  );
const cors = "AllowedHeaders AllowedMethods AllowedOrigins ExposedHeaders Id MaxAge".split(" ");

type Written = Readonly<Record<string, unknown>>;

/** What buckets are told to do that the local cloud does not. */
export const unsupportedBuckets = (assembly: Assembly): readonly string[] =>
  assembly.ofType("AWS::S3::Bucket").flatMap((bucket) => {
    const { LifecycleConfiguration, CorsConfiguration } = bucket.properties;
    const check = (rules: readonly Written[] = [], known: readonly string[]) =>
      rules.flatMap((rule) => unknownProperties(nameOf(bucket), rule, known));
    return [...check(LifecycleConfiguration?.Rules, lifecycle), ...check(CorsConfiguration?.CorsRules, cors)];
  });
