import { fitsBytes } from "./fits-bytes.ts";
import { isSame } from "./is-same.ts";
import { Refusal } from "./refusal.ts";
import { isOpenTask, type TaskBase, taskLifecycle } from "./task.ts";

/** More is a project. */
const mostTasks = 50;
/** Each is found by the record's tasks, so that one transaction ends them all. */
const mostPeople = 20;
/** In JSON; an event of the history holds the tasks twice, before and after it. What time adds does not count, so that every task can end. */
const mostBytes = 96_000;
const fits = fitsBytes(mostBytes);

const saidOf = <T extends TaskBase>({ state: _s, startedAt: _b, endedAt: _e, ...said }: T) => said;

/** Refuses more tasks than a record holds; `people` are those who have open ones. */
export const refuseTooManyTasks = (tasks: readonly TaskBase[], people: readonly string[]): void => {
  if (tasks.length > mostTasks)
    throw new Refusal("rule_violation", `At most ${mostTasks} tasks in one record`);
  if (people.length > mostPeople)
    throw new Refusal("rule_violation", `At most ${mostPeople} people with open tasks in one record`);
  if (!fits(tasks.map(saidOf)))
    throw new Refusal("rule_violation", `All tasks together are at most ${mostBytes} bytes`);
};

const invalid = (path: string, message: string) =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

/** Only on earlier ones, so that no two tasks can wait for each other. */
const refuseUnknown = (id: string, dependsOn: readonly string[] = []): void => {
  const index = dependsOn.findIndex((each) => Number(each) >= Number(id));
  if (index >= 0) throw invalid(`body.dependsOn.${index}`, "No task that was added before it");
};

const found = <T extends TaskBase>(tasks: readonly T[], taskId: string): T => {
  const task = tasks.find(({ id }) => id === taskId);
  if (!task) throw invalid("body.taskId", "No such task");
  return task;
};

const refuseBeforeOthers = (tasks: readonly TaskBase[], { dependsOn = [] }: TaskBase): void => {
  const first = tasks.filter((task) => dependsOn.includes(task.id) && isOpenTask(task));
  if (first.length > 0)
    throw new Refusal("rule_violation", `Tasks that come first: ${first.map(({ id }) => id).join(", ")}`);
};

/** Another task with these fields, numbered behind the others. */
export const newTask = <T extends TaskBase>(tasks: readonly T[], fields: Omit<T, "id" | "state">): T => {
  const id = String(tasks.length + 1);
  refuseUnknown(id, (fields as Partial<T>).dependsOn);
  return { ...fields, id, state: "open" } as unknown as T;
};

/** A task while it is open with corrections; null removes what may be absent. Undefined: all is so already. */
export const correctedTask = <T extends TaskBase>(
  tasks: readonly T[],
  taskId: string,
  edits: Readonly<Record<string, unknown>>,
): T | undefined => {
  const before = found(tasks, taskId);
  if (!isOpenTask(before))
    throw new Refusal("illegal_transition", `"change" is not possible in state "${before.state}"`);
  refuseUnknown(taskId, (edits.dependsOn as string[] | null | undefined) ?? []);
  const given = Object.entries(edits).filter(([, value]) => value !== undefined);
  const whole = Object.entries({ ...before, ...Object.fromEntries(given) });
  const task = Object.fromEntries(whole.filter(([, value]) => value !== null)) as unknown as T;
  return isSame(task, before) ? undefined : task;
};

export const startedTask = <T extends TaskBase>(tasks: readonly T[], taskId: string, now: string): T => {
  const task = found(tasks, taskId);
  const state = taskLifecycle.next(task.state, "start");
  refuseBeforeOthers(tasks, task);
  return { ...task, state, startedAt: now };
};

/** A task that is done, or not to be done, with what came of it. */
export const endedTask = <T extends TaskBase>(
  tasks: readonly T[],
  action: "complete" | "cancel",
  { taskId, ...said }: { readonly taskId: string; readonly outcome?: string | undefined },
  now: string,
): T => {
  const task = found(tasks, taskId);
  const state = taskLifecycle.next(task.state, action);
  if (action === "complete") refuseBeforeOthers(tasks, task);
  return { ...task, ...said, state, endedAt: now };
};

/** The tasks after some of them changed or were added. */
export const withTasks = <T extends TaskBase>(tasks: readonly T[], changed: readonly T[]): T[] => [
  ...tasks.map((task) => changed.find(({ id }) => id === task.id) ?? task),
  ...changed.filter(({ id }) => tasks.every((task) => task.id !== id)),
];

/** The open tasks as the end of their record cancels them; refuses where the rule is that they come first. */
export const tasksAtEnd = <T extends TaskBase>(
  tasks: readonly T[],
  rule: "block" | "cancel",
  now: string,
): T[] => {
  const open = tasks.filter(isOpenTask);
  if (open.length > 0 && rule === "block") {
    const ids = open.map(({ id }) => id).join(", ");
    throw new Refusal("rule_violation", `Complete or cancel its tasks first: ${ids}`);
  }
  return open.map((task) => ({
    ...task,
    state: taskLifecycle.next(task.state, "cancel"),
    endedAt: now,
  }));
};
