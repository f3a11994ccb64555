import { createHash } from "node:crypto";
import type { Ci } from "../ci.ts";

/** Far below what a key in a table may take; behind that only equality counts. */
const most = 300;

/** What no two CIs may be called by one source. */
export const sourceClaim = (sourceId: string, key: string): string => {
  const claim = `source:${sourceId}=${key}`;
  if (Buffer.byteLength(claim) <= most) return claim;
  return `${claim.slice(0, 60)}~${createHash("sha256").update(claim).digest("base64url")}`;
};

/** Which CI a row is about, as far as claims tell. */
export type Match =
  | { readonly kind: "new" }
  | { readonly kind: "known"; readonly ciId: string }
  /** The identities lead to several CIs: they may be one, and somebody should say so. */
  | { readonly kind: "several"; readonly ciIds: readonly string[] };

/**
 * The source's own key comes first: it has called this CI so before. Without it the class's identifiers decide.
 * Where key and identifiers, or two identifiers, lead to different CIs, nobody knows which one it is.
 */
export const matchOf = (
  source: string,
  identities: readonly string[],
  holderOf: (claim: string) => string | undefined,
): Match => {
  const held = [source, ...identities].flatMap((claim) => holderOf(claim) ?? []);
  const ciIds = [...new Set(held)];
  const [ciId] = ciIds;
  if (ciId === undefined) return { kind: "new" };
  return ciIds.length === 1 ? { kind: "known", ciId } : { kind: "several", ciIds };
};

/** Another key under which the same source knows the CI already. */
export const otherKey = (
  { id, sources = [] }: Pick<Ci, "id" | "sources">,
  sourceId: string,
  key: string,
): string | undefined => {
  if (key === id) return undefined;
  const own = sources.filter((each) => each.sourceId === sourceId);
  return own.some((each) => each.key === key) ? undefined : own[0]?.key;
};
