import * as z from "zod";
import { isOpenTask, taskCourse, taskWords } from "../../shared/domain/task.ts";
import { ForeignId } from "../../shared/domain/texts.ts";

export const TaskFields = z.strictObject({
  ...taskWords,
  teamId: ForeignId.optional().describe("Id of the team that does it"),
  assigneeId: ForeignId.optional().describe("Who does it"),
});

/** A piece of the work on a problem, such as collecting logs or asking a vendor. */
export const Task = TaskFields.extend({
  ...taskCourse,
  endedWithProblem: z.boolean().optional().describe("Cancelled because its problem ended"),
});
export type Task = z.infer<typeof Task>;

/** Who has work to do on a problem by its tasks, each person once. */
export const taskAssignees = (tasks: readonly Task[] = []): string[] => [
  ...new Set(tasks.filter(isOpenTask).flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []))),
];
