import * as z from "zod";
import { fitsBytes } from "../../../shared/domain/fits-bytes.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  IncidentTaskAdded,
  IncidentTaskCancelled,
  IncidentTaskChanged,
  IncidentTaskCompleted,
} from "../events-tasks.ts";
import { type Incident, isOpen } from "../incident.ts";
import {
  isOpenTask,
  type Task,
  TaskFields,
  TaskId,
  TaskOutcome,
  taskAssignees,
  taskLifecycle,
} from "../task.ts";
import { command } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

/** More is a project. */
const mostTasks = 50;
/** Each is found by the incident's tasks, so that one transaction ends them all. */
const mostPeople = 20;
/** In JSON; an event of the history holds the tasks twice, before and after it. What time adds does not count, so that every task can end. */
const mostBytes = 96_000;
const fits = fitsBytes(mostBytes);

const saidOf = ({ state: _s, startedAt: _b, endedAt: _e, endedWithIncident: _w, ...said }: Task) => said;

const refuseTooMuch = (tasks: readonly Task[]): void => {
  if (tasks.length > mostTasks)
    throw new Refusal("rule_violation", `At most ${mostTasks} tasks in one incident`);
  if (taskAssignees({ tasks: [...tasks] }).length > mostPeople)
    throw new Refusal("rule_violation", `At most ${mostPeople} people with open tasks in one incident`);
  if (!fits(tasks.map(saidOf)))
    throw new Refusal("rule_violation", `All tasks together are at most ${mostBytes} bytes`);
};

/** Tasks are added and changed while there is work on their incident. */
const refuseUnlessOpen = (incident: Incident): void => {
  if (!isOpen(incident))
    throw new Refusal("illegal_transition", `Tasks are not possible in state "${incident.state}"`);
};

const invalid = (path: string, message: string) =>
  new Refusal("invalid_input", undefined, [{ path, message }]);

/** Only on earlier ones, so that no two tasks can wait for each other. */
const refuseUnknown = (id: string, dependsOn: readonly string[] = []): void => {
  const index = dependsOn.findIndex((each) => Number(each) >= Number(id));
  if (index >= 0) throw invalid(`body.dependsOn.${index}`, "No task that was added before it");
};

const found = (incident: Incident, taskId: string): Task => {
  refuseUnlessOpen(incident);
  const task = incident.tasks?.find(({ id }) => id === taskId);
  if (!task) throw invalid("body.taskId", "No such task");
  return task;
};

const refuseBeforeOthers = ({ tasks = [] }: Incident, { dependsOn = [] }: Task): void => {
  const first = tasks.filter((task) => dependsOn.includes(task.id) && isOpenTask(task));
  if (first.length > 0)
    throw new Refusal("rule_violation", `Tasks that come first: ${first.map(({ id }) => id).join(", ")}`);
};

const checked = (event: typeof IncidentTaskAdded, incident: Incident, task: Task): Decision<Incident> => {
  const occurrence = tasksChanged(event, incident, [task]);
  refuseTooMuch(occurrence.changes.tasks ?? []);
  return [occurrence];
};

export const addTask = command({
  body: TaskFields,
  decide: (incident, fields) => {
    refuseUnlessOpen(incident);
    const id = String((incident.tasks?.length ?? 0) + 1);
    refuseUnknown(id, fields.dependsOn);
    return checked(IncidentTaskAdded, incident, { ...fields, id, state: "open" });
  },
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
    const before = found(incident, taskId);
    if (!isOpenTask(before))
      throw new Refusal("illegal_transition", `"change" is not possible in state "${before.state}"`);
    refuseUnknown(taskId, edits.dependsOn ?? []);
    const given = Object.entries(edits).filter(([, value]) => value !== undefined);
    const whole = Object.entries({ ...before, ...Object.fromEntries(given) });
    const task = Object.fromEntries(whole.filter(([, value]) => value !== null)) as Task;
    if (JSON.stringify(task) === JSON.stringify(before)) return [];
    return checked(IncidentTaskChanged, incident, task);
  },
});

export const startTask = command({
  body: z.strictObject({ taskId: TaskId }),
  decide: (incident, { taskId }, { now }) => {
    const task = found(incident, taskId);
    const state = taskLifecycle.next(task.state, "start");
    refuseBeforeOthers(incident, task);
    return checked(IncidentTaskChanged, incident, { ...task, state, startedAt: now });
  },
});

const Ending = z.strictObject({ taskId: TaskId, outcome: TaskOutcome });

export const completeTask = command({
  body: Ending,
  decide: (incident, { taskId, ...said }, { now }) => {
    const task = found(incident, taskId);
    const state = taskLifecycle.next(task.state, "complete");
    refuseBeforeOthers(incident, task);
    return checked(IncidentTaskCompleted, incident, { ...task, ...said, state, endedAt: now });
  },
});

export const cancelTask = command({
  body: Ending,
  decide: (incident, { taskId, ...said }, { now }) => {
    const task = found(incident, taskId);
    const state = taskLifecycle.next(task.state, "cancel");
    return checked(IncidentTaskCancelled, incident, { ...task, ...said, state, endedAt: now });
  },
});
