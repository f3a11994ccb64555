import { isDeepStrictEqual } from "node:util";
import type { Guarded } from "./transaction.ts";

/**
 * A short fact that a record leaves in an item which it shares with other records (a bundle), so that one read
 * finds them all and one batch read those of a hundred bundles: what an index could only answer query by query.
 * A bundle that grows is kept in several parts; which one a tie lies in, its record remembers.
 */
export type Tie = {
  readonly bundle: string;
  readonly part: number;
  readonly entry: string;
  readonly value: Readonly<Record<string, unknown>>;
};

/** Names of what a bundle's items hold: facts by entry, and in part 0 how many there are and which parts. */
export const entryPrefix = "e#";
export const partPrefix = "p#";
export const liveAttribute = "live";
export const bundleKey = (bundle: string, part: number) => ({ pk: `BUNDLE#${bundle}`, sk: `PART#${part}` });

/** What happens to one item: facts set and taken away, ties more or fewer, a further part that is in use. */
type Change = {
  readonly set: Record<string, unknown>;
  readonly remove: string[];
  more: number;
};

const expressionOf = ({ set, remove, more }: Change) => {
  const sets = Object.entries(set);
  const values = [
    ...sets.map(([, value], i) => [`:set${i}`, value]),
    ...(more === 0 ? [] : [[":more", more]]),
  ];
  const clauses = [
    ...(sets.length > 0 ? [`SET ${sets.map((_, i) => `#set${i} = :set${i}`).join(", ")}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.map((_, i) => `#gone${i}`).join(", ")}`] : []),
    ...(more === 0 ? [] : ["ADD #live :more"]),
  ];
  return {
    UpdateExpression: clauses.join(" "),
    ExpressionAttributeNames: Object.fromEntries([
      ...sets.map(([name], i) => [`#set${i}`, name]),
      ...remove.map((name, i) => [`#gone${i}`, name]),
      ...(more === 0 ? [] : [["#live", liveAttribute]]),
    ]),
    ...(values.length > 0 ? { ExpressionAttributeValues: Object.fromEntries(values) } : {}),
  };
};

const byPlace = (ties: readonly Tie[]): Map<string, Tie> =>
  new Map(ties.map((tie) => [`${tie.bundle} ${tie.part} ${tie.entry}`, tie]));

/** What a change means for the bundles that something is tied into; an item is written once however much it is. */
export const tieWrites = (TableName: string, before: readonly Tie[], after: readonly Tie[]): Guarded[] => {
  const [old, now] = [byPlace(before), byPlace(after)];
  const changes = new Map<string, { readonly key: ReturnType<typeof bundleKey>; readonly change: Change }>();
  const changeOf = (bundle: string, part: number): Change => {
    const key = bundleKey(bundle, part);
    const known = changes.get(key.pk + key.sk) ?? { key, change: { set: {}, remove: [], more: 0 } };
    changes.set(key.pk + key.sk, known);
    return known.change;
  };
  for (const [at, { bundle, part, entry, value }] of now) {
    const earlier = old.get(at);
    if (earlier && isDeepStrictEqual(earlier.value, value)) continue;
    changeOf(bundle, part).set[entryPrefix + entry] = value;
    if (earlier) continue;
    changeOf(bundle, 0).more += 1;
    if (part > 0) changeOf(bundle, 0).set[partPrefix + part] = true;
  }
  for (const [at, { bundle, part, entry }] of old) {
    if (now.has(at)) continue;
    changeOf(bundle, part).remove.push(entryPrefix + entry);
    changeOf(bundle, 0).more -= 1;
  }
  return [...changes.values()].map(({ key: Key, change }) => ({
    write: { Update: { TableName, Key, ...expressionOf(change) } },
  }));
};
