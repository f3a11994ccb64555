import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestTaskChanged } from "../events.ts";
import { RequestTaskStuck } from "../events-steps.ts";
import type { RequestItem } from "../request-item.ts";
import { isOpenTask, isRunning, type RequestTask } from "../task.ts";
import { itemHappened } from "./command.ts";
import { endWait } from "./signal.ts";
import { toPeople, without, withTask } from "./steps.ts";

type ItemDecision = Decision<RequestItem>;

/** When time alone changes something about the tasks of an item: another try, or one that is late. */
export const tasksDueAt = ({ state, startedAt, tasks }: RequestItem): string | undefined => {
  if (state !== "in_fulfilment" || startedAt === undefined) return undefined;
  const times = tasks
    .filter(isOpenTask)
    .flatMap(({ tryAt, dueAt, stuckSince, does }) => [
      ...(tryAt === undefined ? [] : [tryAt]),
      ...(does?.until === undefined ? [] : [does.until]),
      ...(dueAt === undefined || stuckSince !== undefined ? [] : [dueAt]),
    ]);
  return times.toSorted()[0];
};

const stuck = (item: RequestItem, task: RequestTask, now: string): ItemDecision => {
  const text = `${task.title} should have been done by ${task.dueAt}`;
  const late = { ...task, stuckSince: now };
  const told = itemHappened(
    RequestTaskStuck,
    item,
    { tasks: withTask(item, late) },
    { taskId: task.id, text },
  );
  if (!isRunning(task)) return [told];
  // What does itself and does not come to an end is for people to look after.
  const changed = { ...item, tasks: withTask(item, late) };
  return [told, ...toPeople(changed, late, text)];
};

/** What time does to the tasks of an item: one at a time, the next time for the next. */
export const letTasksPass = (item: RequestItem, now: string): ItemDecision => {
  const due = tasksDueAt(item);
  if (due === undefined || due > now) return [];
  const open = item.tasks.filter(isOpenTask);
  const come = open.find(({ does }) => does?.until !== undefined && does.until <= now);
  if (come !== undefined) return endWait(item, come, {}, now);
  const again = open.find(({ tryAt }) => tryAt !== undefined && tryAt <= now);
  if (again !== undefined) {
    const next = { ...without(again, "tryAt"), attempt: (again.attempt ?? 1) + 1 };
    return [itemHappened(RequestTaskChanged, item, { tasks: withTask(item, next) }, { tasks: [next] })];
  }
  const late = open.find(
    ({ dueAt, stuckSince }) => stuckSince === undefined && (dueAt ?? now) <= now && dueAt,
  );
  return late === undefined ? [] : stuck(item, late, now);
};
