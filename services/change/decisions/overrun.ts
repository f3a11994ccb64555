import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Change } from "../change.ts";
import { ChangeOverran, ChangeUpdated } from "../events.ts";
import { ChangeTaskAdded } from "../events-tasks.ts";
import type { SettingsFields } from "../settings.ts";
import type { ChangeTask } from "../task.ts";
import { after, happened } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

/** When a change that is being done is over its window, if nobody was told yet. */
export const overrunsAt = ({ state, plannedEnd, overranAt }: Change): string | undefined =>
  state === "implement" && overranAt === undefined ? plannedEnd : undefined;

/** What nobody has given a priority is treated as moderate. */
const usualPriority = 3;

/** More urgent by so many levels; nothing where it is critical already. */
export const raised = (change: Change, levels: number): Decision<Change> => {
  const { priority = usualPriority } = change;
  const higher = Math.max(1, priority - levels);
  return higher === change.priority ? [] : [happened(ChangeUpdated, change, { priority: higher }, {})];
};

/** As many tasks as a change has; then the event alone tells of it. */
const mostTasks = 50;

/** Somebody decides whether it goes on: not in the way of ending it, and over when it is. */
const decideTask = ({ tasks, teamId }: Change, now: string): ChangeTask => ({
  id: String(tasks.length + 1),
  title: "Its window is over: decide whether to go on or to take it back",
  description: `The work went on at ${now}. Tell those it was announced to, and revise what comes after it.`,
  kind: "backout",
  state: "open",
  ...(teamId === undefined ? {} : { teamId }),
});

/**
 * Tells once that the work goes on although its window is over, and escalates: it becomes more urgent, and
 * somebody is to decide whether it goes on.
 */
export const noteOverrun = (
  change: Change,
  now: string,
  { overrunRaisesPriority, overrunAddsTask }: SettingsFields,
): Decision<Change> => {
  const at = overrunsAt(change);
  if (at === undefined || at > now) return [];
  const told = [happened(ChangeOverran, change, { overranAt: now }, {})];
  const escalated = overrunRaisesPriority ? [...told, ...raised(after(change, told), 1)] : told;
  const latest = after(change, escalated);
  if (!overrunAddsTask || latest.tasks.length >= mostTasks) return escalated;
  return [...escalated, tasksChanged(ChangeTaskAdded, latest, [decideTask(latest, now)])];
};
