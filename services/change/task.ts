import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";

/** A piece of the work on a change. What is over stays over: more work is another task. */
export const changeTaskLifecycle = defineLifecycle(
  ["open", "in_progress", "completed", "failed", "cancelled"],
  {
    start: { from: ["open"], to: "in_progress" },
    complete: { from: ["open", "in_progress"], to: "completed" },
    fail: { from: ["open", "in_progress"], to: "failed" },
    cancel: { from: ["open", "in_progress"], to: "cancelled" },
  },
);

/** The number of a task within its change. */
export const TaskId = z.string().regex(/^[1-9]\d?$/, "The number of a task, such as 1");
/** Shorter than other long texts: all tasks of a change share one history item. */
const TaskText = z.string().trim().min(1).max(1000);
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => /^(19[7-9]|20|21)/.test(text), "A moment from 1970 to 2199")
  .transform((text) => new Date(text).toISOString());

const fields = {
  title: ShortText,
  description: TaskText.optional(),
  kind: z
    .enum(["preparation", "implementation", "test", "backout", "communication", "follow_up"])
    .default("implementation")
    .describe("`backout` is done only when the change is taken back, `follow_up` may be left after it"),
  teamId: ForeignId.optional().describe("Id of the team that does it"),
  assigneeId: ForeignId.optional().describe("Who does it"),
  dependsOn: z
    .array(TaskId)
    .max(10)
    .optional()
    .describe("Tasks added before it that are over before it begins"),
};

export const TaskFields = z.strictObject({
  ...fields,
  plannedStart: Instant.optional().describe("Within the window of the change"),
  plannedEnd: Instant.optional(),
});
export type TaskFields = z.infer<typeof TaskFields>;

const place = {
  offsetMinutes: z.number().int().min(0).max(100_000).optional().describe("From the beginning of the window"),
  durationMinutes: z.number().int().min(1).max(100_000).optional(),
};

/** As a model or a template brings it: when is known once the change has its window. */
export const TaskPlan = z.strictObject({ ...fields, ...place });
export type TaskPlan = z.infer<typeof TaskPlan>;

export const TaskOutcome = TaskText.optional().describe("What came of it, or why it was not done");

export const ChangeTask = z.object({
  ...fields,
  kind: fields.kind.unwrap(),
  id: TaskId,
  state: changeTaskLifecycle.State,
  plannedStart: z.iso.datetime().optional(),
  plannedEnd: z.iso.datetime().optional(),
  ...place,
  modelId: z.string().optional().describe("The model that brought it"),
  startedAt: z.iso.datetime().optional(),
  startedBy: z.string().optional(),
  endedAt: z.iso.datetime().optional(),
  endedBy: z.string().optional().describe("Who completed it, or found that it failed"),
  outcome: TaskOutcome,
  endedWithChange: z.boolean().optional().describe("Cancelled because its change ended"),
});
export type ChangeTask = z.infer<typeof ChangeTask>;

/** Work on it is left to do. */
export const isOpenTask = ({ state }: Pick<ChangeTask, "state">): boolean =>
  state === "open" || state === "in_progress";

/** Who does the work of tasks, or has done any of it. */
export const taskWorkers = (tasks: readonly ChangeTask[] = []): string[] => [
  ...new Set(
    tasks.flatMap(({ assigneeId, startedBy, endedBy }) =>
      [assigneeId, startedBy, endedBy].filter((each) => each !== undefined),
    ),
  ),
];

export const taskPeople = (tasks: readonly ChangeTask[] = [], open = false): string[] => [
  ...new Set(tasks.filter((task) => !open || isOpenTask(task)).flatMap(({ assigneeId }) => assigneeId ?? [])),
];
