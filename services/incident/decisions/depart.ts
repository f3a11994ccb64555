import { isOpenTask } from "../../../shared/domain/task.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentTaskChanged } from "../events-tasks.ts";
import { type Incident, isOpen } from "../incident.ts";
import { assign } from "./assign.ts";
import { after, type Circumstances } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

const tasksOf = ({ tasks = [] }: Incident, personId: string) =>
  tasks.filter((task) => task.assigneeId === personId && isOpenTask(task));

/** Whether there is work on an incident that a person has. */
export const hasWorkOn = (incident: Incident, personId: string): boolean =>
  isOpen(incident) && (incident.assigneeId === personId || tasksOf(incident, personId).length > 0);

/** The work of somebody who is gone goes to who takes over, or back to its team. */
export const handOver = (
  incident: Incident,
  { personId, handOverTo }: Leaver,
  on: Circumstances,
): Decision<Incident> => {
  if (!hasWorkOn(incident, personId)) return [];
  const assigneeId = handOverTo ?? null;
  const given: Decision<Incident> =
    incident.assigneeId === personId ? assign.decide(incident, { assigneeId }, on) : [];
  const tasks = tasksOf(incident, personId).map((task) => ({ ...task, assigneeId: handOverTo }));
  if (tasks.length === 0) return given;
  return [...given, tasksChanged(IncidentTaskChanged, after(incident, given), tasks)];
};
