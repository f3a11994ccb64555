import { taskDecisions } from "../../../shared/domain/task-decisions.ts";
import { tasksAtEnd, withTasks } from "../../../shared/domain/task-list.ts";
import type { Decision, Occurrence } from "../../../shared/dynamo/record.ts";
import {
  ProblemTaskAdded,
  ProblemTaskCancelled,
  ProblemTaskChanged,
  ProblemTaskCompleted,
} from "../events-tasks.ts";
import { isOpen, type Problem } from "../problem.ts";
import { type Task, TaskFields, taskAssignees } from "../task.ts";
import { after, command, happened } from "./command.ts";

const events = {
  added: ProblemTaskAdded,
  changed: ProblemTaskChanged,
  completed: ProblemTaskCompleted,
  cancelled: ProblemTaskCancelled,
};

/** An event about some of a problem's tasks. */
export const tasksChanged = (
  news: keyof typeof events,
  problem: Problem,
  changed: readonly Task[],
): Occurrence<Problem> => {
  const told = changed.map(({ id, state, title, teamId, assigneeId, dependsOn }) => ({
    id,
    state,
    title,
    teamId,
    assigneeId,
    dependsOn,
  }));
  const tasks = withTasks(problem.tasks ?? [], changed);
  return happened(events[news], problem, { tasks }, { tasks: told });
};

const decisions = taskDecisions<Problem, Task, typeof TaskFields.shape, Occurrence<Problem>>({
  fields: TaskFields,
  isOpen,
  people: taskAssignees,
  changed: tasksChanged,
});

export const addTask = command(decisions.addTask);
export const changeTask = command(decisions.changeTask);
export const startTask = command(decisions.startTask);
export const completeTask = command(decisions.completeTask);
export const cancelTask = command(decisions.cancelTask);

/** The end of a problem with what it means for open tasks: they stand in its way, or end with it. */
export const withTasksEnded = (
  problem: Problem,
  ended: Decision<Problem>,
  rule: "block" | "cancel",
  now: string,
): Decision<Problem> => {
  const cancelled = tasksAtEnd(problem.tasks ?? [], rule, now).map((task) => ({
    ...task,
    endedWithProblem: true,
  }));
  return cancelled.length === 0
    ? ended
    : [...ended, tasksChanged("cancelled", after(problem, ended), cancelled)];
};
