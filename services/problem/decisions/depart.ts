import { isOpenTask } from "../../../shared/domain/task.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { isOpen, type Problem } from "../problem.ts";
import { after, type Circumstances } from "./command.ts";
import { assign } from "./edit.ts";
import { tasksChanged } from "./tasks.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

const tasksOf = ({ tasks = [] }: Problem, personId: string) =>
  tasks.filter((task) => task.assigneeId === personId && isOpenTask(task));

/** Whether there is work on a problem that a person has. */
export const hasWorkOn = (problem: Problem, personId: string): boolean =>
  isOpen(problem) && (problem.assigneeId === personId || tasksOf(problem, personId).length > 0);

/** The work of somebody who is gone goes to who takes over, or back to its team. */
export const handOver = (
  problem: Problem,
  { personId, handOverTo }: Leaver,
  on: Circumstances,
): Decision<Problem> => {
  if (!hasWorkOn(problem, personId)) return [];
  const given =
    problem.assigneeId === personId ? assign.decide(problem, { assigneeId: handOverTo ?? null }, on) : [];
  const tasks = tasksOf(problem, personId).map((task) => ({ ...task, assigneeId: handOverTo }));
  return tasks.length === 0 ? given : [...given, tasksChanged("changed", after(problem, given), tasks)];
};
