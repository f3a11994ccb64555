import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { TaskId, TaskOutcome } from "../../../shared/domain/task.ts";
import {
  correctedTask,
  endedTask,
  newTask,
  refuseTooManyTasks,
  startedTask,
  tasksAtEnd,
  withTasks,
} from "../../../shared/domain/task-list.ts";
import type { Decision, Occurrence } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import {
  ProblemTaskAdded,
  ProblemTaskCancelled,
  ProblemTaskChanged,
  ProblemTaskCompleted,
} from "../events-tasks.ts";
import { isOpen, type Problem } from "../problem.ts";
import { type Task, TaskFields, taskAssignees } from "../task.ts";
import { after, command, happened } from "./command.ts";

type TaskEvent = typeof ProblemTaskAdded extends EventType<infer T> ? EventType<T> : never;

const tasksChanged = (event: TaskEvent, problem: Problem, changed: readonly Task[]): Occurrence<Problem> => {
  const told = changed.map(({ id, state, title, teamId, assigneeId, dependsOn }) => ({
    id,
    state,
    title,
    teamId,
    assigneeId,
    dependsOn,
  }));
  return happened(event, problem, { tasks: withTasks(problem.tasks ?? [], changed) }, { tasks: told });
};

/** Tasks are added and changed while there is work on their problem. */
const tasksOf = (problem: Problem): readonly Task[] => {
  if (!isOpen(problem))
    throw new Refusal("illegal_transition", `Tasks are not possible in state "${problem.state}"`);
  return problem.tasks ?? [];
};

const checked = (event: TaskEvent, problem: Problem, task: Task): Decision<Problem> => {
  const occurrence = tasksChanged(event, problem, [task]);
  const { tasks = [] } = occurrence.changes;
  refuseTooManyTasks(tasks, taskAssignees(tasks));
  return [occurrence];
};

export const addTask = command({
  body: TaskFields,
  decide: (problem, fields) => checked(ProblemTaskAdded, problem, newTask<Task>(tasksOf(problem), fields)),
});

const { shape } = TaskFields;

/** Corrections while the task is open; null removes what may be absent. */
export const changeTask = command({
  body: z.strictObject({
    taskId: TaskId,
    title: shape.title.optional(),
    description: shape.description.nullable(),
    teamId: shape.teamId.nullable(),
    assigneeId: shape.assigneeId.nullable(),
    dependsOn: shape.dependsOn.nullable(),
  }),
  decide: (problem, { taskId, ...edits }) => {
    const task = correctedTask(tasksOf(problem), taskId, edits);
    return task === undefined ? [] : checked(ProblemTaskChanged, problem, task);
  },
});

export const startTask = command({
  body: z.strictObject({ taskId: TaskId }),
  decide: (problem, { taskId }, { now }) =>
    checked(ProblemTaskChanged, problem, startedTask(tasksOf(problem), taskId, now)),
});

const Ending = z.strictObject({ taskId: TaskId, outcome: TaskOutcome });

export const completeTask = command({
  body: Ending,
  decide: (problem, ending, { now }) =>
    checked(ProblemTaskCompleted, problem, endedTask(tasksOf(problem), "complete", ending, now)),
});

export const cancelTask = command({
  body: Ending,
  decide: (problem, ending, { now }) =>
    checked(ProblemTaskCancelled, problem, endedTask(tasksOf(problem), "cancel", ending, now)),
});

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
  if (cancelled.length === 0) return ended;
  return [...ended, tasksChanged(ProblemTaskCancelled, after(problem, ended), cancelled)];
};
