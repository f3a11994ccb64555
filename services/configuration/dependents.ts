import { byId } from "./by-id.ts";
import type { Dependents } from "./decisions/ci.ts";
import { partsOf } from "./relation.ts";
import type { ConfigurationContext } from "./table.ts";
import { bundleOf, relationsIn } from "./ties-of.ts";

/** The CI at the other end of a relation. */
export const otherEnd = (relationId: string, ciId: string): string => {
  const { fromId, toId } = partsOf(relationId);
  return fromId === ciId ? toId : fromId;
};

/** Up to so many are looked at one by one, whether they are there; beyond it all that are tied count. */
const most = 500;
const named = 20;

/** The CIs that suffer directly when this one fails, but for retired ones. */
export const dependentsOf = async (
  ciId: string,
  { bundles, allCis }: Pick<ConfigurationContext, "bundles" | "allCis">,
): Promise<Dependents> => {
  const name = bundleOf("down", ciId);
  const found = (await bundles.read([name], most)).get(name);
  const bundle = found && relationsIn(found);
  const ids = new Set([...(bundle?.entries.keys() ?? [])].map((id) => otherEnd(id, ciId)));
  const cis = byId(await allCis.brief([...ids].slice(0, most)));
  const there = [...cis.values()].filter(({ state }) => state !== "retired").map(({ id }) => id);
  const isWhole = bundle === undefined || bundle.total <= bundle.entries.size;
  return { count: isWhole ? there.length : bundle.total, ids: there.toSorted().slice(0, named) };
};
