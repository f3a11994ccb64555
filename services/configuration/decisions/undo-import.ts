import { isSame } from "../../../shared/domain/is-same.ts";
import {
  type Decision,
  type FieldChange,
  type HistoryEntry,
  occurred,
} from "../../../shared/dynamo/record.ts";
import type { Ci } from "../ci.ts";
import { type AttributeValue, CiReclassified, CiReinstated, CiRetired, CiUpdated } from "../events.ts";
import type { Relation } from "../relation.ts";
import type { RowOutcome } from "../row-outcome.ts";
import { snapshotOf } from "./ci.ts";
import { bringAgain, regroup, takeBack } from "./relation.ts";

/** What becomes of taking something back. */
export type Undone<R> = {
  readonly decision: Decision<R>;
  readonly outcome: "updated" | "retired" | "reinstated" | "unchanged" | "conflict";
  readonly reason?: string | undefined;
};

const stays = <R>(reason: string): Undone<R> => ({ decision: [], outcome: "conflict", reason });
const isSo = <R>(): Undone<R> => ({ decision: [], outcome: "unchanged", reason: "It is so already" });
/** The version that the import left. */
type Left = { readonly version: number };

/**
 * A CI that the import brought is retired and forgets who knew it and by what it was identified, so that it can
 * come in anew. Not where somebody has worked on it or tied something to it since.
 */
export const takeBackNew = (ci: Ci, { version }: Left, isTied: boolean, now: string): Undone<Ci> => {
  if (ci.state === "retired" && ci.sources === undefined) return isSo();
  if (ci.version !== version) return stays("It was changed since");
  if (isTied) return stays("It was related to others since");
  const changes: Partial<Ci> = {
    state: "retired",
    retiredAt: now,
    sources: undefined,
    origins: undefined,
    identities: [],
  };
  const data = { ci: snapshotOf({ ...ci, ...changes }), dependents: 0 };
  return { outcome: "retired", decision: [occurred(CiRetired, data, changes)] };
};

/** What all events of one import did to the fields of a record together. */
const together = (entries: readonly HistoryEntry[]): Readonly<Record<string, FieldChange>> => {
  const all: Record<string, FieldChange> = {};
  for (const { changes } of entries)
    for (const [field, { from, to }] of Object.entries(changes))
      all[field] = { from: field in all ? all[field]?.from : from, to };
  return all;
};

type Values = Readonly<Record<string, AttributeValue | undefined>>;

/** A map as it was, entry by entry: what somebody else wrote since stays. */
const mapBack = (is: Values, { from = {}, to = {} }: { from?: Values; to?: Values }) => {
  const back: Record<string, AttributeValue | undefined> = { ...is };
  const kept: string[] = [];
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (isSame(from[name], to[name]) || isSame(is[name], from[name])) continue;
    if (!isSame(is[name], to[name])) kept.push(name);
    else if (from[name] === undefined) delete back[name];
    else back[name] = from[name];
  }
  return { back, kept };
};

const maps = ["attributes", "origins"] as const;
const notBack = new Set(["retiredAt", "identities", ...maps]);

const fieldsBack = (ci: Ci, changes: Readonly<Record<string, FieldChange>>) => {
  const back: Record<string, unknown> = {};
  const kept: string[] = [];
  for (const [field, { from, to }] of Object.entries(changes)) {
    if (notBack.has(field)) continue;
    const is = ci[field as keyof Ci];
    if (isSame(is, from)) continue;
    if (isSame(is, to)) back[field] = from;
    else kept.push(field);
  }
  for (const field of maps) {
    const change = changes[field] as { from?: Values; to?: Values } | undefined;
    if (!change) continue;
    const map = mapBack((ci[field] ?? {}) as Values, change);
    if (!isSame(map.back, ci[field] ?? {})) back[field] = map.back;
    if (field === "attributes") kept.push(...map.kept);
  }
  return { back: back as Partial<Ci>, kept };
};

const told = (ci: Ci, changes: Partial<Ci>): Decision<Ci> => {
  const snapshot = { ci: snapshotOf({ ...ci, ...changes }) };
  if (changes.state === "retired") return [occurred(CiRetired, { ...snapshot, dependents: 0 }, changes)];
  if (changes.state !== undefined)
    return [occurred(CiReinstated, snapshot, { ...changes, retiredAt: undefined })];
  if (changes.classId === undefined) return [occurred(CiUpdated, snapshot, changes)];
  return [occurred(CiReclassified, { ...snapshot, fromClassId: ci.classId, dropped: [] }, changes)];
};

/**
 * What an import did to a CI that was there before is taken back, value by value; what somebody changed since
 * stays and is named. `identitiesFor` says what identifies it then.
 */
export const takeBackChanges = (
  ci: Ci,
  entries: readonly HistoryEntry[],
  { version }: Left,
  identitiesFor: (after: Ci) => string[],
  now: string,
): Undone<Ci> => {
  const { back, kept } = fieldsBack(ci, together(entries));
  if (back.state !== undefined && ci.version !== version) return stays("It was changed since");
  if (ci.state === "retired" && back.state === undefined && Object.keys(back).length > 0)
    return stays("It was retired since");
  const reason = kept.length > 0 ? `Changed since, and left: ${kept.join(", ")}` : undefined;
  if (Object.keys(back).length === 0) return reason ? stays(reason) : isSo();
  const identities = identitiesFor({ ...ci, ...back } as Ci);
  const changes: Partial<Ci> = {
    ...back,
    ...(isSame(identities, ci.identities) ? {} : { identities }),
    ...(back.state === "retired" ? { retiredAt: now } : {}),
  };
  return { outcome: reason ? "conflict" : "updated", decision: told(ci, changes), reason };
};

const partsOfPast = (relation: Relation, parts: Readonly<Record<string, number>>, now: string) => ({
  ...relation,
  parts,
  now,
});

/** A relation that an import brought ends; one that it ended or regrouped is as before. */
export const takeBackRelation = (
  relation: Relation,
  { version, outcome }: Left & { readonly outcome: RowOutcome },
  parts: Readonly<Record<string, number>>,
  now: string,
): Undone<Relation> => {
  const wasEnded = outcome === "ended";
  if (wasEnded ? relation.state === "active" : relation.takenBack) return isSo();
  if (relation.version !== version) return stays("It was changed since");
  const { weight, group } = relation;
  if (wasEnded)
    return { outcome: "reinstated", decision: bringAgain(relation, { weight, group, parts, now }) };
  if (outcome !== "updated") return { outcome: "retired", decision: takeBack(relation, { now, parts }) };
  const last = relation.past?.at(-1);
  if (!last) return stays("What it was before is not known");
  const before = { ...partsOfPast(relation, parts, now), weight: last.weight, group: last.group };
  return { outcome: "updated", decision: regroup(relation, before) };
};
