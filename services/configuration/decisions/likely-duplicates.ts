import type { Ci } from "../ci.ts";

const plain = (name: string): string => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

const ruleOf = (identity: string): string => identity.slice(0, identity.indexOf("="));

/** Whether something that identifies both says that they are two. */
const areTwo = (a: Ci, b: Ci): boolean =>
  a.identities.some((identity) =>
    b.identities.some((other) => ruleOf(other) === ruleOf(identity) && other !== identity),
  ) ||
  // A source that gives both a name of their own takes them for two.
  (a.sources ?? []).some(({ sourceId }) => b.sources?.some((other) => other.sourceId === sourceId));

/**
 * CIs of a class that share a name, and of which nothing says that they are two. `cis` in the order of names,
 * so that namesakes are neighbours.
 */
export const likelyDuplicates = (cis: readonly Ci[]): readonly (readonly [Ci, Ci])[] =>
  cis.flatMap((ci, at) => {
    const before = cis[at - 1];
    return before && plain(before.name) === plain(ci.name) && !areTwo(before, ci)
      ? [[before, ci] as const]
      : [];
  });
