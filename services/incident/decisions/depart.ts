import { isOpenTask } from "../../../shared/domain/task.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentTaskChanged } from "../events-tasks.ts";
import { type Incident, isOpen } from "../incident.ts";
import { type Template, tellOfTemplate } from "../template.ts";
import { assign } from "./assign.ts";
import { after, type Circumstances } from "./command.ts";
import { tasksChanged } from "./task-changes.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

const tasksOf = ({ tasks = [] }: Incident, personId: string) =>
  tasks.filter((task) => task.assigneeId === personId && isOpenTask(task));

/** Whether a template gives what is reported by it to a person. */
export const prefillsWith = ({ fields }: Template, personId: string): boolean =>
  fields.assigneeId === personId;

/** What is reported by a template is given to who takes over, or to its team. */
export const leaveTemplate = (template: Template, { personId, handOverTo }: Leaver): Decision<Template> => {
  if (!prefillsWith(template, personId)) return [];
  const { assigneeId: _gone, ...rest } = template.fields;
  const changes = { fields: { ...rest, ...(handOverTo === undefined ? {} : { assigneeId: handOverTo }) } };
  return [tellOfTemplate({ ...template, ...changes }, changes)];
};

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
