import type { Ci } from "../../services/configuration/ci.ts";
import type { Relation } from "../../services/configuration/relation.ts";
import { tiesOf, tiesOfCi } from "../../services/configuration/ties-of.ts";
import { recordOf } from "../../shared/dynamo/items.ts";
import type { Facts } from "./facts.ts";

export const isRelation = (id: string): boolean => /^CI\d+\.[a-z-]+\.CI\d+$/.test(id);

const isCi = (id: string): boolean => /^CI\d+$/.test(id);

type Bundle = { readonly facts: Map<string, string>; live: number };
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted())
      : inner,
  );

/** What incidents say of CIs lies in bundles of its own. */
const isOfRelations = (bundle: string): boolean => /^(up|down|other)/.test(bundle);

/** What relations and CIs say that lies in which part of which bundle. */
const expected = ({ kept }: Facts): ReadonlyMap<string, string> => {
  const ties = kept.flatMap(({ id, item }) => {
    if (item === undefined) return [];
    if (isRelation(id)) return tiesOf(recordOf<Relation>(item));
    return isCi(id) ? tiesOfCi(recordOf<Ci>(item)) : [];
  });
  return new Map(ties.map(({ bundle, part, entry, value }) => [`${bundle} ${part} ${entry}`, stable(value)]));
};

const stored = ({ items }: Facts) => {
  const facts = new Map<string, string>();
  const counts = new Map<string, Pick<Bundle, "live"> & { found: number }>();
  for (const item of items.get("configuration") ?? []) {
    if (!item.pk.startsWith("BUNDLE#")) continue;
    const [bundle, part] = [item.pk.slice("BUNDLE#".length), item.sk.slice("PART#".length)];
    const count = counts.get(bundle) ?? { live: 0, found: 0 };
    counts.set(bundle, count);
    if (part === "0") count.live = Number(item.live ?? 0);
    for (const [name, value] of Object.entries(item)) {
      if (!name.startsWith("e#")) continue;
      count.found += 1;
      facts.set(`${bundle} ${part} ${name.slice(2)}`, stable(value));
    }
  }
  return { facts, counts };
};

/** Who follows the bundles sees exactly the relations and CIs there are, and as many as they say they hold. */
export const brokenBundles = (all: Facts): string[] => {
  const [wanted, { facts, counts }] = [expected(all), stored(all)];
  return [
    ...[...wanted]
      .filter(([at, value]) => facts.get(at) !== value)
      .map(([at, value]) => `${at} holds ${facts.get(at)}, its record says ${value}`),
    ...[...facts.keys()]
      .filter((at) => isOfRelations(at) && !wanted.has(at))
      .map((at) => `${at} is of no record`),
    ...[...counts]
      .filter(([, { live, found }]) => live !== found)
      .map(([bundle, { live, found }]) => `${bundle} counts ${live} and holds ${found}`),
  ];
};
