import { tasksAtEnd } from "../../../shared/domain/task-list.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentTaskCancelled, IncidentTaskChanged } from "../events-tasks.ts";
import type { Incident } from "../incident.ts";
import type { SettingsFields } from "../settings.ts";
import type { Task } from "../task.ts";
import { after } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

/** The end of an incident with what it means for open tasks: they stand in its way, or end with it. */
export const withTasksEnded = (
  incident: Incident,
  ended: Decision<Incident>,
  rule: SettingsFields["openTasks"],
  now: string,
): Decision<Incident> => {
  const cancelled = tasksAtEnd(incident.tasks ?? [], rule, now).map((task) => ({
    ...task,
    endedWithIncident: true,
  }));
  if (cancelled.length === 0) return ended;
  return [...ended, tasksChanged(IncidentTaskCancelled, after(incident, ended), cancelled)];
};

/** Tasks that ended by the merge are to be done again, as they were. */
export const withTasksRevived = (incident: Incident, unmerged: Decision<Incident>): Decision<Incident> => {
  const { mergedFrom, tasks = [] } = incident;
  const ended = tasks.filter((task) => task.endedWithIncident && task.endedAt === mergedFrom?.at);
  if (ended.length === 0) return unmerged;
  const revived = ended.map(({ endedAt: _at, endedWithIncident: _with, ...task }): Task => {
    return { ...task, state: task.startedAt === undefined ? "open" : "in_progress" };
  });
  return [...unmerged, tasksChanged(IncidentTaskChanged, after(incident, unmerged), revived)];
};
