import { partsOf } from "./relation.ts";
import type { ConfigurationContext } from "./table.ts";
import { bundleOf, type PastTieValue, relationsIn, type TieValue } from "./ties-of.ts";

/** A relation as it was at an instant. */
export type RelationThen = {
  readonly id: string;
  readonly typeId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly weight: number;
  readonly group?: string | undefined;
};

const ways = ["up", "down", "other"] as const;

/** Of each kind of a CI's relations so many are read; beyond it the answer says that there were more. */
const most = 1000;

const then = ({ s, w = 1, g, p }: Partial<TieValue & PastTieValue>, at: number) => {
  if (s !== undefined) return s <= at ? { weight: w, group: g } : undefined;
  const period = p?.find(([from, to]) => from <= at && at < to);
  return period && { weight: period[2], group: period[3] };
};

/** All relations of a CI at an instant, those that pass no impact included, by id. */
export const relationsAt = async (
  ciId: string,
  instant: string,
  { bundles }: Pick<ConfigurationContext, "bundles">,
): Promise<{ readonly relations: readonly RelationThen[]; readonly leftOff: number }> => {
  const at = Date.parse(instant);
  const names = ways.flatMap((way) => [bundleOf(way, ciId), bundleOf(way, ciId, true)]);
  const read = await bundles.read<Partial<TieValue & PastTieValue>>(names, most);
  const found = [...read.values()].map(relationsIn);
  const entries = found.flatMap((bundle) => [...bundle.entries]);
  const relations = entries.flatMap(([id, value]) => {
    const was = then(value, at);
    return was ? [[id, { id, ...partsOf(id), ...was }] as const] : [];
  });
  return {
    relations: [...new Map(relations).values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    leftOff: found.reduce((sum, { total, entries: read }) => sum + total - read.size, 0),
  };
};
