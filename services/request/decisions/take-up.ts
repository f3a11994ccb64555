import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestTaskChanged } from "../events.ts";
import type { RequestItem } from "../request-item.ts";
import { type RequestTask, requestTaskLifecycle } from "../task.ts";
import { dueFrom } from "./advance.ts";
import { itemHappened } from "./command.ts";
import { without, withTask } from "./steps.ts";

/** What was left out because something before it could not be done waits again. */
const waitingAgain = (tasks: readonly RequestTask[]): RequestTask[] =>
  tasks.map((task) =>
    task.state === "skipped" && task.endedBy === undefined
      ? {
          ...without(task, "endedAt", "outcome"),
          state: requestTaskLifecycle.next(task.state, "wait"),
        }
      : task,
  );

/**
 * Takes up again what could not be done, while its item is open: people do it, or it does itself again, as does
 * a step that failed and was given to people.
 */
export const tryAgain = (item: RequestItem, task: RequestTask, now: string): Decision<RequestItem> => {
  const wasOver = task.state === "incomplete";
  if (task.does === undefined && !wasOver)
    throw new Refusal("rule_violation", "People do it, and it is not over");
  const open = wasOver ? requestTaskLifecycle.next(task.state, "take_up") : task.state;
  const over = without(task, "failure", "tryAt", "endedAt", "endedBy", "outcome", "stuckSince", "escalated");
  const plain = { ...over, ...dueFrom(task, now) };
  const next: RequestTask =
    task.does === undefined
      ? { ...plain, state: open }
      : {
          ...plain,
          state: requestTaskLifecycle.next(open, "start"),
          attempt: (task.attempt ?? 1) + 1,
          startedAt: now,
        };
  const tasks = withTask(wasOver ? { ...item, tasks: waitingAgain(item.tasks) } : item, next);
  return [itemHappened(RequestTaskChanged, item, { tasks }, { tasks: [next] })];
};
