import type { Bundles } from "../../../shared/dynamo/bundles.ts";
import { partsOf } from "../relation.ts";
import type { RelationType } from "../relation-type.ts";
import { bundleOf, relationsIn, type TieValue, type TieWay } from "../ties-of.ts";
import type { Step } from "./ci-query.ts";

/** In which bundle of a CI its relations of a type lie, as the type's impact flows. */
const wayOf = ({ impact }: Pick<RelationType, "impact">, direction: Step["direction"]): TieWay => {
  if (impact === "none") return "other";
  if (impact === "both") return "up";
  return (impact === "to_from") === (direction === "forward") ? "up" : "down";
};

export type Followed = {
  /** The CIs at the other ends, by the CI that one comes from. */
  readonly others: ReadonlyMap<string, readonly string[]>;
  /** One of them has more relations than were read. */
  readonly isCut: boolean;
};

/** Goes from CIs one step along relations that are there now; of each CI about `most` are read. */
export const follow = async (
  ids: readonly string[],
  { direction }: Pick<Step, "direction">,
  types: readonly RelationType[],
  most: number,
  { bundles }: { readonly bundles: Bundles },
): Promise<Followed> => {
  const typeIds = new Set<string>(types.map(({ id }) => id));
  const ways = [...new Set(types.map((type) => wayOf(type, direction)))];
  const found = await bundles.read<TieValue>(
    ids.flatMap((id) => ways.map((way) => bundleOf(way, id))),
    most,
  );
  const bundlesOf = (id: string) =>
    ways.flatMap((way) => {
      const bundle = found.get(bundleOf(way, id));
      return bundle === undefined ? [] : [relationsIn(bundle)];
    });
  const otherEnds = (id: string): readonly string[] => {
    const ends = bundlesOf(id).flatMap(({ entries }) =>
      [...entries.keys()].flatMap((relationId) => {
        const { fromId, typeId, toId } = partsOf(relationId);
        const [here, there] = direction === "forward" ? [fromId, toId] : [toId, fromId];
        return here === id && typeIds.has(typeId) ? [there] : [];
      }),
    );
    return [...new Set(ends)];
  };
  return {
    others: new Map(ids.map((id) => [id, otherEnds(id)])),
    isCut: ids.some((id) => bundlesOf(id).some(({ total, entries }) => total > entries.size)),
  };
};
