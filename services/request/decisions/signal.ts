import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestTaskChanged, RequestTaskEnded } from "../events.ts";
import { isOpenItem, type RequestItem } from "../request-item.ts";
import { isOpenTask, type RequestTask } from "../task.ts";
import { advance, waitedFor } from "./advance.ts";
import { after, itemHappened } from "./command.ts";
import { withTask } from "./steps.ts";

/** Something that was told, such as that a contract was signed, and about what. */
export type Told = {
  readonly name: string;
  readonly about?: string | undefined;
  readonly text?: string | undefined;
};

/** A task that waited is over, and what comes after it may begin. */
export const endWait = (
  item: RequestItem,
  task: RequestTask,
  told: Pick<Told, "text">,
  now: string,
): Decision<RequestItem> => {
  const ended = waitedFor(task, told, now);
  const tasks = advance(withTask(item, ended), now);
  return [itemHappened(RequestTaskEnded, item, { tasks }, { tasks: [ended] })];
};

/** The tasks that a signal is for: also those whose turn has not come, and those that people look after by now. */
export const awaiting = ({ state, tasks }: Pick<RequestItem, "state" | "tasks">): readonly RequestTask[] =>
  isOpenItem({ state })
    ? tasks.filter(
        (task) =>
          task.kind === "wait" &&
          task.does?.name !== undefined &&
          task.told === undefined &&
          (isOpenTask(task) || task.state === "waiting"),
      )
    : [];

const remembered = (
  item: RequestItem,
  task: RequestTask,
  { text }: Told,
  now: string,
): Decision<RequestItem> => {
  const noted = { ...task, told: { at: now, ...(text === undefined ? {} : { text }) } };
  return [itemHappened(RequestTaskChanged, item, { tasks: withTask(item, noted) }, { tasks: [noted] })];
};

/** What was told ends the tasks that wait for it; what comes before its turn is remembered until then. */
export const signal = (item: RequestItem, told: Told, now: string): Decision<RequestItem> => {
  const meant = awaiting(item).find(
    ({ does }) => does?.name === told.name && (does.about === undefined || does.about === told.about),
  );
  if (meant === undefined) return [];
  const first = isOpenTask(meant) ? endWait(item, meant, told, now) : remembered(item, meant, told, now);
  return [...first, ...signal(after(item, first), told, now)];
};
