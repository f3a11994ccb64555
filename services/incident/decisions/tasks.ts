import { taskDecisions } from "../../../shared/domain/task-decisions.ts";
import type { Occurrence } from "../../../shared/dynamo/record.ts";
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

const events = {
  added: IncidentTaskAdded,
  changed: IncidentTaskChanged,
  completed: IncidentTaskCompleted,
  cancelled: IncidentTaskCancelled,
};

const decisions = taskDecisions<Incident, Task, typeof TaskFields.shape, Occurrence<Incident>>({
  fields: TaskFields,
  isOpen,
  people: (tasks) => taskAssignees({ tasks }),
  changed: (news, incident, tasks) => tasksChanged(events[news], incident, tasks),
});

export const addTask = command(decisions.addTask);
export const changeTask = command(decisions.changeTask);
export const startTask = command(decisions.startTask);
export const completeTask = command(decisions.completeTask);
export const cancelTask = command(decisions.cancelTask);
