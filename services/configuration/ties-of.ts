import type { Bundle } from "../../shared/dynamo/bundles.ts";
import type { Tie } from "../../shared/dynamo/ties.ts";
import type { Ci } from "./ci.ts";
import type { Node } from "./impact/graph.ts";
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

/** Under this the CI whose bundle it is says in it what a walk needs to know of it; no relation is called so. */
const ownEntry = "self";

/** What it says: name, class path, state, criticality, owner, team, redundancy, restricted. */
type OwnValue = {
  readonly n: string;
  readonly p: Node["classPath"];
  readonly s: Node["state"];
  readonly c: Node["criticality"];
  readonly o?: string;
  readonly t?: string;
  readonly r?: NonNullable<Node["redundancy"]>;
  readonly x?: true;
};

/** What a CI leaves with those who suffer when it fails, so that following them is one read per CI. */
export const tiesOfCi = (ci: Ci): readonly Tie[] => {
  const { id, name, classPath, state, criticality, ownerId, teamId, redundancy = [], restricted } = ci;
  const value: OwnValue = {
    n: name,
    p: classPath,
    s: state,
    c: criticality,
    ...(ownerId === undefined ? {} : { o: ownerId }),
    ...(teamId === undefined ? {} : { t: teamId }),
    ...(redundancy.length === 0 ? {} : { r: redundancy }),
    ...(restricted ? { x: true as const } : {}),
  };
  return [{ bundle: bundleOf("down", id), part: 0, entry: ownEntry, value }];
};

/** The CI that a bundle is of, if it says who it is. */
export const ownIn = (id: string, bundle: Bundle<unknown> | undefined): Node | undefined => {
  const own = bundle?.entries.get(ownEntry) as OwnValue | undefined;
  if (own === undefined) return undefined;
  const { n: name, p: classPath, s: state, c: criticality, o: ownerId, t: teamId, r: redundancy, x } = own;
  const classId = classPath.at(-1) ?? "";
  return {
    id,
    name,
    classId,
    classPath,
    state,
    criticality,
    ownerId,
    teamId,
    redundancy,
    restricted: x === true,
  };
};

/** A bundle without what the CI says of itself. */
export const relationsIn = <T>({ entries, total }: Bundle<T>): Bundle<T> => {
  const relations = new Map(entries);
  return relations.delete(ownEntry) ? { entries: relations, total: total - 1 } : { entries, total };
};
