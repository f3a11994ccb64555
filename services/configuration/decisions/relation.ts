import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Ci } from "../ci.ts";
import { CiRelated, CiUnrelated, type RelationSnapshot } from "../events.ts";
import { type Period, partsOf, type Relation, type RelationFields, relationLifecycle } from "../relation.ts";
import type { RelationType } from "../relation-type.ts";

const snapshotOf = ({ id, typeId, fromId, toId, state, weight, group, since, until, source }: Relation) =>
  ({
    id,
    typeId,
    fromId,
    toId,
    active: state === "active",
    weight,
    group,
    since,
    until,
    source,
  }) satisfies RelationSnapshot;

const happened = (
  event: typeof CiRelated,
  relation: Partial<Relation>,
  changes: Partial<Relation>,
): Decision<Relation> => [
  occurred(event, { relation: snapshotOf({ ...relation, ...changes } as Relation) }, changes),
];

/** Periods that a relation keeps; of one that was made and ended more often, the oldest are in its history only. */
const mostPeriods = 100;

const endedAt = ({ since, weight, group, past = [] }: Relation, now: string): readonly Period[] => {
  const period = { from: since, to: now, weight, ...(group === undefined ? {} : { group }) };
  return [...past, period].slice(-mostPeriods);
};

/** Refuses a pair of CIs that no rule of the type allows, at the place of the input that names them. */
export const refusePair = ({ allowed, id }: RelationType, from: Ci, to: Ci): void => {
  const isAllowed = allowed.some(
    (pair) => from.classPath.includes(pair.from) && to.classPath.includes(pair.to),
  );
  if (isAllowed) return;
  const message = `${id} is not for a ${from.classId} and a ${to.classId}`;
  throw new Refusal("rule_violation", undefined, [{ path: "body.typeId", message }]);
};

/** What a relation is made with, besides its ends and type: in which parts of which bundles it lies, and when. */
export type Relating = RelationFields & {
  readonly parts?: Readonly<Record<string, number>> | undefined;
  readonly now: string;
  readonly source?: string | undefined;
};

/** A new relation; its id names its ends and its type. */
export const relate = (
  id: string,
  { impact }: RelationType,
  { now, ...given }: Relating,
): Decision<Relation> =>
  happened(CiRelated, { id }, { ...partsOf(id), ...given, impact, state: "active", since: now });

/** One that ended goes on. */
export const relateAgain = (
  relation: Relation,
  { now, weight, group, parts: given }: Relating,
): Decision<Relation> => {
  const state = relationLifecycle.next(relation.state, "relate");
  const parts = { ...relation.parts, ...given };
  return happened(CiRelated, relation, { weight, group, parts, state, since: now, until: undefined });
};

/** It weighs or groups differently from now on. */
export const regroup = (relation: Relation, { now, weight, group, parts }: Relating): Decision<Relation> => {
  if (relation.state !== "active") throw new Refusal("illegal_transition", "It ended");
  if (relation.weight === weight && relation.group === group) return [];
  const past = endedAt(relation, now);
  const changes = { weight, group, since: now, past, parts: { ...relation.parts, ...parts } };
  return happened(CiRelated, relation, changes);
};

/** The two are not related any more; that they were stays known. */
export const unrelate = (
  relation: Relation,
  { now, parts }: Pick<Relating, "now" | "parts">,
): Decision<Relation> => {
  const state = relationLifecycle.next(relation.state, "end");
  const changes = { state, until: now, past: endedAt(relation, now), parts: { ...relation.parts, ...parts } };
  return happened(CiUnrelated, relation, changes);
};

/** Who brought it takes it back: it ends, and goes on when it is brought again. */
export const takeBack = (relation: Relation, on: Pick<Relating, "now" | "parts">): Decision<Relation> =>
  unrelate(relation, on).map((each) => ({ ...each, changes: { ...each.changes, takenBack: true } }));

/** What was taken back goes on, as it was. */
export const bringAgain = (relation: Relation, on: Relating): Decision<Relation> =>
  relateAgain(relation, on).map((each) => ({ ...each, changes: { ...each.changes, takenBack: undefined } }));
