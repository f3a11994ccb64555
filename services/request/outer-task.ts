import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { RequestTask } from "./task.ts";

/** What of a task is told to whom it is done for: how it stands, not how it is done nor what went wrong inside. */
export const outerTask = ({
  description: _description,
  does: _does,
  hours: _hours,
  escalateTo: _escalateTo,
  escalated: _escalated,
  attempt: _attempt,
  asked: _asked,
  tryAt: _tryAt,
  failure: _failure,
  told: _told,
  doneInVain: _vain,
  stuckSince: _stuck,
  ...outer
}: RequestTask): RequestTask => outer;

/** A change of an item's tasks as it is told to whom they are done for. */
export const outerTasks = ({ tasks, ...others }: HistoryEntry["changes"]): HistoryEntry["changes"] => {
  if (tasks === undefined) return others;
  const outer = (all: unknown) => (all as readonly RequestTask[] | undefined)?.map(outerTask);
  return { ...others, tasks: { from: outer(tasks.from), to: outer(tasks.to) } };
};
