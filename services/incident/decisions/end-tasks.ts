import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentTaskCancelled, IncidentTaskChanged } from "../events-tasks.ts";
import type { Incident } from "../incident.ts";
import type { SettingsFields } from "../settings.ts";
import { isOpenTask, type Task, taskLifecycle } from "../task.ts";
import { after } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

/** The end of an incident with what it means for open tasks: they stand in its way, or end with it. */
export const withTasksEnded = (
  incident: Incident,
  ended: Decision<Incident>,
  rule: SettingsFields["openTasks"],
  now: string,
): Decision<Incident> => {
  const open = incident.tasks?.filter(isOpenTask) ?? [];
  if (open.length === 0) return ended;
  if (rule === "block") {
    const ids = open.map(({ id }) => id).join(", ");
    throw new Refusal("rule_violation", `Complete or cancel its tasks first: ${ids}`);
  }
  const cancelled = open.map((task): Task => {
    const state = taskLifecycle.next(task.state, "cancel");
    return { ...task, state, endedAt: now, endedWithIncident: true };
  });
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
