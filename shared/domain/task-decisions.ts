import * as z from "zod";
import { Refusal } from "./refusal.ts";
import { type TaskBase, TaskId, TaskOutcome } from "./task.ts";
import {
  correctedTask,
  endedTask,
  newTask,
  refuseTooManyTasks,
  startedTask,
  withTasks,
} from "./task-list.ts";

/** What happens to tasks, as events of their record tell it. */
export type TaskNews = "added" | "changed" | "completed" | "cancelled";

type Keeping<T> = { readonly state: string; readonly tasks?: readonly T[] | undefined };

/** What a service says of the tasks within its records. `O` is what its events are. */
export type TasksWithin<R, T, F extends z.ZodRawShape, O> = {
  /** What people say of a task. */
  readonly fields: z.ZodObject<F>;
  /** Tasks are added and changed while there is work on their record. */
  readonly isOpen: (record: R) => boolean;
  /** Who has open ones. */
  readonly people: (tasks: readonly T[]) => readonly string[];
  /** The event, and the record with the tasks that changed. */
  readonly changed: (news: TaskNews, record: R, tasks: readonly T[]) => O;
};

type Corrections = { readonly taskId: string } & Readonly<Record<string, unknown>>;

/** Fields as a correction takes them: each may be left out, and null removes what may be absent. */
const correctionsOf = <F extends z.ZodRawShape>({ shape }: z.ZodObject<F>): z.ZodType<Corrections> => {
  const fields = Object.entries(shape as unknown as Record<string, z.ZodType>).map(([name, field]) => [
    name,
    field.safeParse(undefined).success ? z.nullable(field) : z.optional(field),
  ]);
  const named: Readonly<Record<string, z.ZodType>> = { taskId: TaskId, ...Object.fromEntries(fields) };
  return z.strictObject(named) as unknown as z.ZodType<Corrections>;
};

const Named = z.strictObject({ taskId: TaskId });
const Ending = z.strictObject({ taskId: TaskId, outcome: TaskOutcome });
type At = { readonly now: string };

/** The commands on tasks within a record, each as its body and its decision. */
export const taskDecisions = <R extends Keeping<T>, T extends TaskBase, F extends z.ZodRawShape, O>({
  fields,
  isOpen,
  people,
  changed,
}: TasksWithin<R, T, F, O>) => {
  const tasksOf = (record: R): readonly T[] => {
    if (!isOpen(record))
      throw new Refusal("illegal_transition", `Tasks are not possible in state "${record.state}"`);
    return record.tasks ?? [];
  };
  const checked = (news: TaskNews, record: R, task: T): readonly O[] => {
    const tasks = withTasks(record.tasks ?? [], [task]);
    refuseTooManyTasks(tasks, people(tasks));
    return [changed(news, record, [task])];
  };
  return {
    addTask: {
      body: fields,
      decide: (record: R, said: z.infer<typeof fields>) =>
        checked("added", record, newTask<T>(tasksOf(record), said as unknown as Omit<T, "id" | "state">)),
    },
    changeTask: {
      body: correctionsOf(fields),
      decide: (record: R, { taskId, ...edits }: Corrections) => {
        const task = correctedTask(tasksOf(record), taskId, edits);
        return task === undefined ? [] : checked("changed", record, task);
      },
    },
    startTask: {
      body: Named,
      decide: (record: R, { taskId }: z.infer<typeof Named>, { now }: At) =>
        checked("changed", record, startedTask(tasksOf(record), taskId, now)),
    },
    completeTask: {
      body: Ending,
      decide: (record: R, ending: z.infer<typeof Ending>, { now }: At) =>
        checked("completed", record, endedTask(tasksOf(record), "complete", ending, now)),
    },
    cancelTask: {
      body: Ending,
      decide: (record: R, ending: z.infer<typeof Ending>, { now }: At) =>
        checked("cancelled", record, endedTask(tasksOf(record), "cancel", ending, now)),
    },
  };
};
