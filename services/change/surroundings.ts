import type { Change } from "./change.ts";
import type { ChangeContext } from "./context.ts";
import type { Circumstances } from "./decisions/command.ts";
import { freezesBetween } from "./decisions/freezes.ts";
import type { Surroundings } from "./decisions/risk.ts";
import { findConflicts } from "./find-conflicts.ts";
import { chanceFor } from "./track-record.ts";

/** How the risk of a change is worked out, and from what besides the change. */
export const riskAround = async (
  change: Change,
  context: ChangeContext,
): Promise<NonNullable<Circumstances["risk"]>> => ({
  settings: await context.riskSettings(),
  around: await surroundingsOf(change, context),
});

const week = 7 * 24 * 3_600_000;
const moved = (at: string, by: number): string => new Date(Date.parse(at) + by).toISOString();

/** What the risk of a change depends on besides the change: how such changes ended, conflicts, freezes nearby. */
const surroundingsOf = async (change: Change, context: ChangeContext): Promise<Surroundings> => {
  const { plannedStart, plannedEnd } = change;
  const [chance, conflicts, freezes] = await Promise.all([
    chanceFor(change, context),
    findConflicts(change, context),
    context.freezes(),
  ]);
  if (plannedStart === undefined || plannedEnd === undefined) return { chance, conflicts };
  const near = freezesBetween(change, freezes, moved(plannedStart, -week), moved(plannedEnd, week));
  // What is not known yet is said to be missing, and is no reason.
  const nearFreezes = near.filter(({ isOpen }) => !isOpen);
  return { chance, conflicts, nearFreezes };
};
