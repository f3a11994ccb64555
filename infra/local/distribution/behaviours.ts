import type { Assembly, Resource } from "../parts.ts";
import { compileEdgeFunction, type EdgeFunction } from "./edge-function.ts";
import { policyHeaders } from "./headers.ts";

/** What a distribution does with addresses of one pattern. */
export type Behaviour = {
  readonly matches: (path: string) => boolean;
  readonly methods: readonly string[];
  /** Bucket that the files lie in; without it the HTTP API answers. */
  readonly bucket: string | undefined;
  readonly rewrite: EdgeFunction | undefined;
  readonly headers: Readonly<Record<string, string>>;
};

/** CloudFront's own patterns: `*` is any text, `?` any one character. */
const matcher = (pattern: string): ((path: string) => boolean) => {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  const whole = new RegExp(`^/?${escaped.replace(/^\//, "").replaceAll("*", ".*").replaceAll("?", ".")}$`);
  return (path) => whole.test(path);
};

type Written = {
  readonly PathPattern?: string;
  readonly TargetOriginId: string;
  readonly AllowedMethods?: readonly string[];
  readonly ResponseHeadersPolicyId?: string;
  readonly FunctionAssociations?: readonly { readonly FunctionARN: string }[];
};
type Origin = { readonly Id: string; readonly DomainName: string };

/** The bucket that an origin's files lie in; undefined for an origin that is none. */
export const bucketOf = (
  assembly: Assembly,
  { DomainName }: Pick<Origin, "DomainName">,
): Resource | undefined =>
  assembly.ofType("AWS::S3::Bucket").find(({ ref }) => DomainName.startsWith(`${ref}.s3.`));

/** The distribution's behaviours in the order in which they are tried. */
export const behavioursOf = (assembly: Assembly, { properties }: Resource): readonly Behaviour[] => {
  const { CacheBehaviors = [], DefaultCacheBehavior, Origins } = properties.DistributionConfig;
  const behaviour = (written: Written): Behaviour => {
    const origin = (Origins as readonly Origin[]).find(({ Id }) => Id === written.TargetOriginId);
    const [association] = written.FunctionAssociations ?? [];
    const edge = association && assembly.byArn(association.FunctionARN);
    return {
      matches: matcher(written.PathPattern ?? "*"),
      methods: written.AllowedMethods ?? ["GET", "HEAD"],
      bucket: origin && bucketOf(assembly, origin)?.ref,
      rewrite: edge && compileEdgeFunction(edge),
      headers: policyHeaders(assembly, written.ResponseHeadersPolicyId),
    };
  };
  return [...CacheBehaviors, DefaultCacheBehavior].map(behaviour);
};
