import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";

/** A piece of the work on an incident. What is over stays over: more work is another task. */
export const taskLifecycle = defineLifecycle(["open", "in_progress", "completed", "cancelled"], {
  start: { from: ["open"], to: "in_progress" },
  complete: { from: ["open", "in_progress"], to: "completed" },
  cancel: { from: ["open", "in_progress"], to: "cancelled" },
});

/** The number of a task within its incident. */
export const TaskId = z.string().regex(/^[1-9]\d?$/, "The number of a task, such as 1");

/** Shorter than other long texts: all tasks of an incident share one history item. */
const TaskText = z.string().trim().min(1).max(2000);

export const TaskFields = z.strictObject({
  title: ShortText,
  description: TaskText.optional(),
  teamId: ForeignId.optional().describe("Id of the team that does it"),
  assigneeId: ForeignId.optional().describe("Who does it"),
  dependsOn: z
    .array(TaskId)
    .max(10)
    .optional()
    .describe("Tasks added before it that are over before it begins"),
});
export type TaskFields = z.infer<typeof TaskFields>;

export const TaskOutcome = TaskText.optional().describe("What came of it, or why it was cancelled");

const Task = TaskFields.extend({
  id: TaskId,
  state: taskLifecycle.State,
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  outcome: TaskOutcome,
  endedWithIncident: z.boolean().optional().describe("Cancelled because its incident ended"),
});
export type Task = z.infer<typeof Task>;

/** Work on it is left to do. */
export const isOpenTask = ({ state }: Pick<Task, "state">): boolean =>
  state === "open" || state === "in_progress";

/** Who has work to do on an incident by its tasks, each person once. */
export const taskAssignees = ({ tasks = [] }: { readonly tasks?: readonly Task[] | undefined }): string[] => [
  ...new Set(tasks.filter(isOpenTask).flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []))),
];

export const taskFields = {
  tasks: z.array(Task).optional().describe("Pieces of the work on it, in the order they were added"),
};
