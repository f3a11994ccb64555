import { isOverTask, type RequestTask, requestTaskLifecycle } from "../task.ts";

const hour = 3_600_000;

/** When a task that may begin at a moment should be done. */
export const dueFrom = ({ hours }: RequestTask, now: string): Partial<RequestTask> =>
  hours === undefined ? {} : { dueAt: new Date(Date.parse(now) + hours * hour).toISOString() };

/** What a task waited for has come: it is over. */
export const waitedFor = (
  task: RequestTask,
  { text }: Pick<NonNullable<RequestTask["told"]>, "text">,
  now: string,
): RequestTask => ({
  ...task,
  ...(text === undefined ? {} : { outcome: text }),
  state: requestTaskLifecycle.next(task.state, "complete"),
  endedAt: now,
  endedBy: "service:request",
});

/** What becomes of a task that waits, by those before it; itself where it goes on waiting. */
const moved = (task: RequestTask, tasks: readonly RequestTask[], now: string): RequestTask => {
  if (task.state !== "waiting") return task;
  const before = tasks.filter(({ id }) => task.after.includes(id));
  if (before.some(({ state }) => state === "incomplete")) {
    const state = requestTaskLifecycle.next(task.state, "skip");
    return { ...task, state, endedAt: now, outcome: "What comes before it could not be done" };
  }
  if (!before.every(isOverTask)) return task;
  const state = requestTaskLifecycle.next(task.state, "open");
  const opened = { ...task, state, openedAt: now, ...dueFrom(task, now) };
  if (task.does === undefined) return opened;
  const started = { ...opened, state: requestTaskLifecycle.next(state, "start"), startedAt: now, attempt: 1 };
  return task.told === undefined ? started : waitedFor(started, task.told, now);
};

/**
 * The tasks of an item that has begun, with those open that may begin: all before them are over. What comes after
 * something that could not be done is skipped, and so on.
 */
export const advance = (tasks: readonly RequestTask[], now: string): RequestTask[] => {
  const next = tasks.map((task) => moved(task, tasks, now));
  return next.every((task, at) => task === tasks[at]) ? next : advance(next, now);
};
