import type { Tie } from "../../shared/dynamo/ties.ts";
import type { Period, Relation } from "./relation.ts";

/** `other`: to whom nothing passes, such as who manages it. */
export type TieWay = "down" | "up" | "other";

/**
 * Bundles of relations as impact is followed along them: `down` of a CI holds who suffers when it fails, `up`
 * what it needs. What ended lies apart, so that reading what is there now costs no more with years behind it.
 */
export const bundleOf = (way: TieWay, ciId: string, isPast = false): string =>
  `${way}${isPast ? "-past" : ""}#${ciId}`;

/** What a tie says besides its entry, which is the relation's id: weight unless 1, group, since (epoch ms). */
export type TieValue = { readonly w?: number; readonly g?: string; readonly s: number };
/** The stretches of time in which it was so: from, to (epoch ms), weight, group. */
export type PastTieValue = { readonly p: readonly (readonly [number, number, number, string?])[] };

const pastOf = ({ from, to, weight, group }: Period): PastTieValue["p"][number] => [
  Date.parse(from),
  Date.parse(to),
  weight,
  ...(group === undefined ? ([] as const) : ([group] as const)),
];

/** Which end suffers for which: pairs of who is needed and who needs it. */
const dependencies = ({ fromId, toId, impact }: Pick<Relation, "fromId" | "toId" | "impact">) => [
  ...(impact === "to_from" || impact === "both" ? [{ needed: toId, needs: fromId }] : []),
  ...(impact === "from_to" || impact === "both" ? [{ needed: fromId, needs: toId }] : []),
];

/** Names of the bundles that a relation is tied into, now or in the past: at least one of each of its ends. */
export const bundlesOf = (
  relation: Pick<Relation, "fromId" | "toId" | "impact">,
  isPast = false,
): readonly string[] => {
  const { fromId, toId, impact } = relation;
  if (impact === "none") return [fromId, toId].map((ciId) => bundleOf("other", ciId, isPast));
  return dependencies(relation).flatMap(({ needed, needs }) => [
    bundleOf("down", needed, isPast),
    bundleOf("up", needs, isPast),
  ]);
};

export const tiesOf = (relation: Relation): readonly Tie[] => {
  const { id, state, weight, group, since, past = [], parts } = relation;
  const tied = (isPast: boolean, value: TieValue | PastTieValue) =>
    bundlesOf(relation, isPast).map((bundle) => ({ bundle, part: parts?.[bundle] ?? 0, entry: id, value }));
  const value: TieValue = {
    ...(weight === 1 ? {} : { w: weight }),
    ...(group === undefined ? {} : { g: group }),
    s: Date.parse(since),
  };
  return [
    ...(state === "active" ? tied(false, value) : []),
    ...(past.length > 0 ? tied(true, { p: past.map(pastOf) }) : []),
  ];
};
