import * as z from "zod";
import { defineLifecycle } from "./lifecycle.ts";
import { ShortText } from "./texts.ts";

/** A piece of the work on a record. What is over stays over: more work is another task. */
export const taskLifecycle = defineLifecycle(["open", "in_progress", "completed", "cancelled"], {
  start: { from: ["open"], to: "in_progress" },
  complete: { from: ["open", "in_progress"], to: "completed" },
  cancel: { from: ["open", "in_progress"], to: "cancelled" },
});

/** The number of a task within its record. */
export const TaskId = z.string().regex(/^[1-9]\d?$/, "The number of a task, such as 1");

/** Shorter than other long texts: all tasks of a record share one history item. */
const TaskText = z.string().trim().min(1).max(2000);

/** What people say of a task; who does it is said in the words of the service. */
export const taskWords = {
  title: ShortText,
  description: TaskText.optional(),
  dependsOn: z
    .array(TaskId)
    .max(10)
    .optional()
    .describe("Tasks added before it that are over before it begins"),
};

export const TaskOutcome = TaskText.optional().describe("What came of it, or why it was cancelled");

/** What is kept of every task besides what people say of it. */
export const taskCourse = {
  id: TaskId,
  state: taskLifecycle.State,
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  outcome: TaskOutcome,
};

export type TaskBase = {
  readonly id: string;
  readonly state: z.infer<typeof taskLifecycle.State>;
  readonly dependsOn?: readonly string[] | undefined;
  readonly startedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly outcome?: string | undefined;
};

/** Work on it is left to do. */
export const isOpenTask = ({ state }: Pick<TaskBase, "state">): boolean =>
  state === "open" || state === "in_progress";
