import type { Decision, Occurrence } from "../../../shared/dynamo/record.ts";
import { IncidentUpdated } from "../events.ts";
import { PostIncidentActionChanged } from "../events-major.ts";
import type { Incident } from "../incident.ts";
import type { Major } from "../major.ts";
import { after, happened } from "./command.ts";
import { isOpenOrResolved } from "./edits.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };
type Action = NonNullable<Major["actions"]>[number];

/** What there is of a major incident that is not closed: its leader, and what follows from its review. */
const majorOf = (incident: Incident): Major | undefined =>
  incident.majorState === "accepted" && isOpenOrResolved(incident) ? incident.major : undefined;

const isTheirs = ({ ownerId, doneAt }: Action, personId: string): boolean =>
  ownerId === personId && doneAt === undefined;

/** Whether somebody leads a major incident, or is to do what follows from its review. */
export const hasPartInMajor = (incident: Incident, personId: string): boolean => {
  const major = majorOf(incident);
  if (major === undefined) return false;
  return major.managerId === personId || (major.actions ?? []).some((action) => isTheirs(action, personId));
};

const handOverAction = (incident: Incident, id: string, ownerId: string): Occurrence<Incident> => {
  const major = majorOf(incident) as Major;
  const actions = (major.actions ?? []).map((each) => (each.id === id ? { ...each, ownerId } : each));
  const { dueAt } = actions.find((each) => each.id === id) as Action;
  const changes = { major: { ...major, actions } };
  return happened(PostIncidentActionChanged, incident, changes, { action: { id, ownerId, dueAt } });
};

/** Who takes over leads it, else any major incident manager; what follows from its review waits for somebody. */
export const handOverMajor = (incident: Incident, { personId, handOverTo }: Leaver): Decision<Incident> => {
  const major = majorOf(incident);
  if (major === undefined) return [];
  const given: Occurrence<Incident>[] = [];
  if (major.managerId === personId)
    given.push(happened(IncidentUpdated, incident, { major: { ...major, managerId: handOverTo } }, {}));
  if (handOverTo === undefined) return given;
  for (const { id } of (major.actions ?? []).filter((action) => isTheirs(action, personId)))
    given.push(handOverAction(after(incident, given), id, handOverTo));
  return given;
};
