import * as z from "zod";
import { isOpenTask, taskCourse, taskWords } from "../../shared/domain/task.ts";
import { ForeignId } from "../../shared/domain/texts.ts";

export const TaskFields = z.strictObject({
  ...taskWords,
  teamId: ForeignId.optional().describe("Id of the team that does it"),
  assigneeId: ForeignId.optional().describe("Who does it"),
});
export type TaskFields = z.infer<typeof TaskFields>;

/** A piece of the work on an incident. */
const Task = TaskFields.extend({
  ...taskCourse,
  endedWithIncident: z.boolean().optional().describe("Cancelled because its incident ended"),
});
export type Task = z.infer<typeof Task>;

/** Who has work to do on an incident by its tasks, each person once. */
export const taskAssignees = ({ tasks = [] }: { readonly tasks?: readonly Task[] | undefined }): string[] => [
  ...new Set(tasks.filter(isOpenTask).flatMap(({ assigneeId }) => (assigneeId ? [assigneeId] : []))),
];

export const taskFields = {
  tasks: z.array(Task).optional().describe("Pieces of the work on it, in the order they were added"),
};
