import type { Decision } from "../../../shared/dynamo/record.ts";
import { type Ci, CiId } from "../ci.ts";
import type { RelationRow } from "../import-row.ts";
import { type Relation, relationId } from "../relation.ts";
import type { RelationType } from "../relation-type.ts";
import type { RowResult } from "../row-result.ts";
import { sourceClaim } from "./match.ts";
import type { PlacedRow } from "./plan-cis.ts";
import { bringAgain, regroup, relate } from "./relation.ts";

/** What a page of relations is planned with. */
export type RelationCircumstances = {
  readonly sourceId: string;
  readonly now: string;
  readonly holders: ReadonlyMap<string, string>;
  readonly cis: ReadonlyMap<string, Ci>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly typeOf: (typeId: string) => RelationType | undefined;
  readonly partsOf: (relationId: string) => Readonly<Record<string, number>>;
  /** In a dry run: whether a row of the same import is about this, so that it will be there. */
  readonly willBeThere: (key: string) => boolean;
};

export type PlannedRelation = {
  readonly id?: string | undefined;
  readonly before?: Relation | undefined;
  readonly decision: Decision<Relation>;
  readonly result: RowResult;
};

/** The CI that a row names: by its number here, or as the source calls it. */
export const endOf = (
  key: string,
  { sourceId, holders }: Pick<RelationCircumstances, "sourceId" | "holders">,
): string | undefined => (CiId.safeParse(key).success ? key : holders.get(sourceClaim(sourceId, key)));

type Settled = {
  readonly outcome: RowResult["outcome"];
  readonly reason?: string | undefined;
  readonly decision?: Decision<Relation>;
  readonly waitsFor?: string | undefined;
};

const invalid = (reason: string): Settled => ({ outcome: "invalid", reason });

const misfit = (type: RelationType, from: Ci, to: Ci): string | undefined => {
  if (!type.allowed.some((pair) => from.classPath.includes(pair.from) && to.classPath.includes(pair.to)))
    return `${type.id} is not for a ${from.classId} and a ${to.classId}`;
  const gone = [from, to].find(({ state }) => state === "retired");
  return gone && `${gone.id} is retired`;
};

const settle = (
  { weight, group }: RelationRow,
  id: string,
  type: RelationType,
  on: RelationCircumstances,
): Settled => {
  const is = on.relations.get(id);
  const said = { weight: weight ?? 1, group, parts: on.partsOf(id), now: on.now, source: on.sourceId };
  if (!is) return { outcome: "created", decision: relate(id, type, said) };
  // People end relations for a reason.
  if (is.state === "ended" && !is.takenBack)
    return { outcome: "conflict", reason: "It was ended, and the source still sees it" };
  if (is.state === "ended") return { outcome: "reinstated", decision: bringAgain(is, said) };
  if ((weight === undefined && group === undefined) || is.source !== on.sourceId)
    return { outcome: "unchanged" };
  const decision = regroup(is, { ...said, weight: weight ?? is.weight, group: group ?? is.group });
  return { outcome: decision.length > 0 ? "updated" : "unchanged", decision };
};

const planRow = (content: RelationRow, on: RelationCircumstances): Settled & { readonly id?: string } => {
  const { from, type: typeId, to } = content;
  const type = on.typeOf(typeId);
  if (!type || type.state === "retired")
    return invalid(`There is no type of relation ${typeId}: map it to one`);
  const [fromId, toId] = [endOf(from, on), endOf(to, on)];
  const missing = [
    [from, fromId],
    [to, toId],
  ].find(([key, id]) => id === undefined && !on.willBeThere(String(key)));
  if (missing) {
    const reason = `The source has told of no CI ${missing[0]} yet`;
    return { outcome: "waiting", reason, waitsFor: missing[0] };
  }
  if (fromId === undefined || toId === undefined) return { outcome: "created" };
  if (fromId === toId) return invalid("Nothing is related to itself");
  const ends = [on.cis.get(fromId), on.cis.get(toId)] as const;
  if (!ends[0] || !ends[1]) return invalid(`There is no CI ${ends[0] ? to : from}`);
  const fault = misfit(type, ends[0], ends[1]);
  if (fault) return invalid(fault);
  const id = relationId(fromId, typeId, toId);
  return { id, ...settle(content, id, type, on) };
};

/** What a page of relations means, row by row; the same relation twice is one. */
export const planRelations = (
  rows: readonly PlacedRow<RelationRow>[],
  on: RelationCircumstances,
): readonly PlannedRelation[] => {
  const taken = new Map<string, string>();
  return rows.map(({ row, content }) => {
    const { id, outcome, reason, waitsFor, decision = [] } = planRow(content, on);
    const first = id && taken.get(id);
    if (id && first === undefined) taken.set(id, row);
    const key = `${content.from} ${content.type} ${content.to}`.slice(0, 200).toWellFormed();
    const result = { id: row, kind: "relation", key, relationId: id } as const;
    if (first !== undefined)
      return {
        decision: [],
        result: { ...result, outcome: "unchanged", reason: `Row ${first} says the same` },
      };
    const before = id === undefined ? undefined : on.relations.get(id);
    const versionBefore = decision.length > 0 ? (before?.version ?? 0) : undefined;
    const version = versionBefore === undefined ? undefined : versionBefore + decision.length;
    return { id, before, decision, result: { waitsFor, ...result, outcome, reason, version, versionBefore } };
  });
};
