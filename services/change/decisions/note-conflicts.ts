import { isDeepStrictEqual } from "node:util";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeConflictsFound } from "../events.ts";
import { happened } from "./command.ts";
import type { Conflict } from "./conflicts.ts";

/** As many others as lists and mails name; the report has all of them. */
const mostNamed = 50;

type Summary = NonNullable<Change["conflicts"]>;

const summaryOf = (conflicts: readonly Conflict[]): Summary => {
  const kinds: Record<string, number> = {};
  for (const { kind } of conflicts) kinds[kind] = (kinds[kind] ?? 0) + 1;
  const others = [...new Set(conflicts.flatMap(({ otherId }) => otherId ?? []))].toSorted();
  return { total: conflicts.length, kinds, with: others.slice(0, mostNamed) };
};

const none: Summary = { total: 0, kinds: {}, with: [] };

/** What a change collides with is remembered on it, and told when it is not what it was. */
export const noteConflicts = (change: Change, conflicts: readonly Conflict[]): Decision<Change> => {
  const summary = summaryOf(conflicts);
  // The table does not keep the order of keys.
  if (isDeepStrictEqual(summary, change.conflicts ?? none)) return [];
  const told = { conflicts: { total: summary.total, kinds: Object.keys(summary.kinds), with: summary.with } };
  return [happened(ChangeConflictsFound, change, { conflicts: summary }, told)];
};
