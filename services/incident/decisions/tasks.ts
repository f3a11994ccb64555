import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { TaskId, TaskOutcome } from "../../../shared/domain/task.ts";
import {
  correctedTask,
  endedTask,
  newTask,
  refuseTooManyTasks,
  startedTask,
} from "../../../shared/domain/task-list.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  IncidentTaskAdded,
  IncidentTaskCancelled,
  IncidentTaskChanged,
  IncidentTaskCompleted,
} from "../events-tasks.ts";
import { type Incident, isOpen } from "../incident.ts";
import { type Task, TaskFields, taskAssignees } from "../task.ts";
import { command } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

/** Tasks are added and changed while there is work on their incident. */
const tasksOf = (incident: Incident): readonly Task[] => {
  if (!isOpen(incident))
    throw new Refusal("illegal_transition", `Tasks are not possible in state "${incident.state}"`);
  return incident.tasks ?? [];
};

const checked = (event: typeof IncidentTaskAdded, incident: Incident, task: Task): Decision<Incident> => {
  const occurrence = tasksChanged(event, incident, [task]);
  const { tasks = [] } = occurrence.changes;
  refuseTooManyTasks(tasks, taskAssignees({ tasks }));
  return [occurrence];
};

export const addTask = command({
  body: TaskFields,
  decide: (incident, fields) =>
    checked(IncidentTaskAdded, incident, newTask<Task>(tasksOf(incident), fields)),
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
  decide: (incident, { taskId, ...edits }) => {
    const task = correctedTask(tasksOf(incident), taskId, edits);
    return task === undefined ? [] : checked(IncidentTaskChanged, incident, task);
  },
});

export const startTask = command({
  body: z.strictObject({ taskId: TaskId }),
  decide: (incident, { taskId }, { now }) =>
    checked(IncidentTaskChanged, incident, startedTask(tasksOf(incident), taskId, now)),
});

const Ending = z.strictObject({ taskId: TaskId, outcome: TaskOutcome });

export const completeTask = command({
  body: Ending,
  decide: (incident, ending, { now }) =>
    checked(IncidentTaskCompleted, incident, endedTask(tasksOf(incident), "complete", ending, now)),
});

export const cancelTask = command({
  body: Ending,
  decide: (incident, ending, { now }) =>
    checked(IncidentTaskCancelled, incident, endedTask(tasksOf(incident), "cancel", ending, now)),
});
