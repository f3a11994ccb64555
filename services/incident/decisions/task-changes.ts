import { withTasks } from "../../../shared/domain/task-list.ts";
import type { Occurrence } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { IncidentTaskAdded } from "../events-tasks.ts";
import type { Incident } from "../incident.ts";
import type { Task } from "../task.ts";
import { happened } from "./command.ts";

type TaskEvent = typeof IncidentTaskAdded extends EventType<infer T> ? EventType<T> : never;

/** An event about some of an incident's tasks; their texts stay with a restricted one. */
export const tasksChanged = (
  event: TaskEvent,
  incident: Incident,
  changed: readonly Task[],
): Occurrence<Incident> => {
  const told = changed.map(({ id, state, title, teamId, assigneeId, dependsOn }) => ({
    id,
    state,
    ...(incident.restricted ? {} : { title }),
    teamId,
    assigneeId,
    dependsOn,
  }));
  return happened(event, incident, { tasks: withTasks(incident.tasks ?? [], changed) }, { tasks: told });
};
