import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import { freezesBetween } from "./decisions/freezes.ts";
import type { Surroundings } from "./decisions/risk.ts";
import { findConflicts } from "./find-conflicts.ts";
import { chanceFor } from "./track-record.ts";

const week = 7 * 24 * 3_600_000;
const moved = (at: string, by: number): string => new Date(Date.parse(at) + by).toISOString();

/** What the risk of a change depends on besides the change: how such changes ended, conflicts, freezes nearby. */
export const surroundingsOf = async (change: Change, context: ChangeContext): Promise<Surroundings> => {
  const { plannedStart, plannedEnd } = change;
  const [chance, conflicts, freezes] = await Promise.all([
    chanceFor(change, context),
    findConflicts(change, context),
    context.freezes(),
  ]);
  if (plannedStart === undefined || plannedEnd === undefined) return { chance, conflicts };
  const nearFreezes = freezesBetween(change, freezes, moved(plannedStart, -week), moved(plannedEnd, week));
  return { chance, conflicts, nearFreezes };
};
