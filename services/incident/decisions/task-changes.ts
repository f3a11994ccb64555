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
  const before = incident.tasks ?? [];
  const known = before.map((task) => changed.find(({ id }) => id === task.id) ?? task);
  const added = changed.filter(({ id }) => before.every((task) => task.id !== id));
  const told = changed.map(({ id, state, title, teamId, assigneeId, dependsOn }) => ({
    id,
    state,
    ...(incident.restricted ? {} : { title }),
    teamId,
    assigneeId,
    dependsOn,
  }));
  return happened(event, incident, { tasks: [...known, ...added] }, { tasks: told });
};
