import type { Assembly, Resource } from "../parts.ts";
import { nameOf, unknownProperties } from "../template-check.ts";
import { bucketOf } from "./behaviours.ts";

const configuration =
  "Aliases CacheBehaviors Comment DefaultCacheBehavior Enabled HttpVersion IPV6Enabled Origins PriceClass ViewerCertificate WebACLId Logging".split(
    " ",
  );
const behaviour =
  "AllowedMethods CachedMethods CachePolicyId Compress FunctionAssociations OriginRequestPolicyId PathPattern ResponseHeadersPolicyId TargetOriginId ViewerProtocolPolicy".split(
    " ",
  );

type Origin = { readonly DomainName: string };

const originProblems = (assembly: Assembly, where: string, origin: Origin): readonly string[] => {
  const { DomainName } = origin;
  const isApi = assembly
    .ofType("AWS::ApiGatewayV2::Api")
    .some(({ ref }) => DomainName.startsWith(`${ref}.execute-api.`));
  return isApi || bucketOf(assembly, origin)
    ? []
    : [`${where}: its origin ${DomainName} is not in the template`];
};

const associationProblems = (assembly: Assembly, where: string, written: Part): readonly string[] =>
  (written.FunctionAssociations ?? []).flatMap(({ EventType, FunctionARN }) => [
    ...(EventType === "viewer-request"
      ? []
      : [`${where}: functions at ${EventType} are not supported locally`]),
    ...(assembly.byArn(FunctionARN)?.type === "AWS::CloudFront::Function"
      ? []
      : [`${where}: its function ${FunctionARN} is not in the template`]),
  ]);

type Part = {
  readonly FunctionAssociations?: readonly { readonly EventType: string; readonly FunctionARN: string }[];
};

/** Who may read the bucket is written in its policy: without it every file is a 403. */
const readingProblems = (assembly: Assembly, where: string, distribution: Resource): readonly string[] => {
  const origins: readonly Origin[] = distribution.properties.DistributionConfig.Origins;
  const buckets = new Set(origins.flatMap((origin) => bucketOf(assembly, origin) ?? []));
  return [...buckets].flatMap((bucket) => {
    const policies = assembly
      .ofType("AWS::S3::BucketPolicy")
      .filter(({ properties }) => properties.Bucket === bucket.ref);
    const mayRead = JSON.stringify(policies.map(({ properties }) => properties)).includes(distribution.arn);
    return mayRead ? [] : [`${where}: may not read the bucket ${bucket.ref}`];
  });
};

const problemsOf = (assembly: Assembly, distribution: Resource): readonly string[] => {
  const where = nameOf(distribution);
  const { DistributionConfig: config } = distribution.properties;
  const parts: readonly Part[] = [config.DefaultCacheBehavior, ...(config.CacheBehaviors ?? [])];
  return [
    ...unknownProperties(where, config, configuration),
    ...parts.flatMap((part) => [
      ...unknownProperties(where, part, behaviour),
      ...associationProblems(assembly, where, part),
    ]),
    ...(config.Origins as readonly Origin[]).flatMap((origin) => originProblems(assembly, where, origin)),
    ...readingProblems(assembly, where, distribution),
  ];
};

/** Everything about distributions that the local cloud does not do, or that would not work in AWS. */
export const unsupportedDistributions = (assembly: Assembly): readonly string[] => {
  const all = assembly.ofType("AWS::CloudFront::Distribution");
  const several = all.length > 1 ? [`${all.length} distributions: one address answers here`] : [];
  return [...several, ...all.flatMap((each) => problemsOf(assembly, each))];
};
