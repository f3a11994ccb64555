import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import {
  isOfInternalFile,
  mechanicalAttachmentFields,
  withoutInternalFiles,
} from "../../shared/attachments/attachment.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import { mechanicalFields, withOuterClocks, withoutFields } from "../../shared/targets/outer-clocks.ts";
import { type Incident, type IncidentAction, incidentLifecycle } from "./incident.ts";

const worker = [
  "incident:open",
  "incident:read",
  "incident:read_all",
  "incident:comment",
  "incident:end",
  "incident:work",
  "incident:read_settings",
  "incident:reply",
] as const;
const reader = ["incident:read", "incident:read_all", "incident:read_settings"] as const;

/** What each role may do with incidents. Everybody may report one and follow what concerns them. */
export const incidentGrants: Grants = {
  employee: ["incident:open", "incident:read", "incident:comment", "incident:end"],
  agent: worker,
  integration: worker,
  "problem-manager": reader,
  "change-manager": reader,
  "asset-manager": reader,
  "configuration-manager": reader,
  "knowledge-manager": [...reader, "incident:reply", "incident:curate"],
  "major-incident-manager": [...worker, "incident:decide_major", "incident:curate"],
  admin: [...reader, "incident:administer", "incident:reply", "incident:curate"],
};

const isService = (actor: Actor): boolean => actor.permissions.has("*");

const isNamed = (actor: Actor, { callerId, openedBy, assigneeId, watchers }: Incident): boolean =>
  actor.id === callerId || actor.id === openedBy || actor.id === assigneeId || watchers.includes(actor.id);

const isOnTeam = (actor: Actor, { teamId }: Incident): boolean =>
  teamId !== undefined && actor.teams.includes(teamId) && may(actor, "incident:work");

const sees = (actor: Actor, incident: Incident): boolean =>
  isService(actor) ||
  isNamed(actor, incident) ||
  (incident.restricted ? isOnTeam(actor, incident) : may(actor, "incident:read_all"));

/** Agents and managers see what is internal; of a restricted incident only those of its team and its assignee. */
export const seesInside = (actor: Actor, incident: Incident): boolean =>
  isService(actor) ||
  (incident.restricted
    ? isOnTeam(actor, incident) || (actor.id === incident.assigneeId && may(actor, "incident:work"))
    : may(actor, "incident:read_all"));

/** Whether somebody works on this very incident: being named in a restricted one does not let an agent into it. */
export const worksOn = (actor: Actor, incident: Incident): boolean =>
  may(actor, "incident:work") && seesInside(actor, incident);

/** Refuses with `forbidden` who sees an incident but does not work on it. */
export const mustWorkOn = (actor: Actor, incident: Incident): void => {
  if (!worksOn(actor, incident)) throw new Refusal("forbidden", "Its team works on this restricted incident");
};

/** Whose incident it is: who needs the help, and who asked for it. Watching or reading it does not make it one's own. */
export const isOwn = (actor: Actor, { callerId, openedBy }: Incident): boolean =>
  actor.id === callerId || actor.id === openedBy;

/** From which states people may act on their own incident without working on incidents. */
const callersActions: Partial<Record<IncidentAction, readonly Incident["state"][]>> = {
  reopen: ["resolved"],
  close: ["resolved"],
  cancel: ["new"],
};

const actionsFor = (actor: Actor, incident: Incident): string[] => {
  const { state } = incident;
  const allowed = incidentLifecycle.allowed(state);
  if (worksOn(actor, incident)) return incident.mergedInto ? [...allowed, "unmerge"] : [...allowed];
  if (!may(actor, "incident:end") || !isOwn(actor, incident)) return [];
  return allowed.filter((action) => callersActions[action]?.includes(state));
};

const ties = [
  "links",
  "watchers",
  "vendor",
  "isParent",
  "alert",
  "mergedFrom",
  "duplicateIds",
  "brought",
  "majorState",
  "major",
  "tasks",
  "conversions",
  "vip",
  "handlingNote",
  "impactAssessment",
] as const;

/** Fields that only those see who see the inside; of a restricted incident also what it is a duplicate of. */
const internalFields = ({ restricted }: Incident): readonly string[] => [
  ...ties,
  ...(restricted ? ["mergedInto"] : []),
];

const withoutInternal = (incident: Incident): Incident => {
  const rest: Record<string, unknown> = { ...incident };
  for (const field of internalFields(incident)) delete rest[field];
  return withoutInternalFiles(withOuterClocks(rest as Incident, "serviceLevels"));
};

/** What an actor sees of an incident, with what they may do to it: the rule behind every channel. */
export const viewIncident = (actor: Actor, incident: Incident): Incident | undefined => {
  if (!sees(actor, incident)) return undefined;
  const seen = seesInside(actor, incident) ? incident : withoutInternal(incident);
  return { ...seen, actions: actionsFor(actor, incident) };
};

const internalEntries = [
  "IncidentNoted",
  "IncidentLinked",
  "IncidentConverted",
  "IncidentWatched",
  "IncidentDuplicateAdded",
  "IncidentDuplicateRemoved",
  "ServiceLevelWarning",
  "ServiceLevelBreached",
  "MajorIncidentProposed",
  "MajorIncidentAccepted",
  "MajorIncidentRejected",
  "MajorIncidentDemoted",
  "MajorIncidentPlanned",
  "MajorIncidentUpdateDue",
  "MajorIncidentMitigated",
  "IncidentTimelineNoted",
  "PostIncidentReviewed",
  "PostIncidentActionChanged",
  "IncidentTaskAdded",
  "IncidentTaskChanged",
  "IncidentTaskCompleted",
  "IncidentTaskCancelled",
  "IncidentImpactRequested",
  "IncidentImpactAssessed",
];

/** What nobody reads: what clocks keep, whole lists of files, and what was told already by problems. */
const mechanical = [...mechanicalFields, ...mechanicalAttachmentFields, "problemTies"];

/** Names of other incidents in an entry, which a restricted one keeps to itself. */
const otherIncidents = ["into", "from"];

/** What an actor sees of an entry in the history: who is not working on it sees neither notes nor inner facts. */
export const viewIncidentEntry = (
  actor: Actor,
  incident: Incident,
  entry: HistoryEntry,
): HistoryEntry | undefined => {
  const { incident: _snapshot, ...data } = entry.data;
  if (seesInside(actor, incident))
    return { ...entry, data, changes: withoutFields(entry.changes, mechanical) };
  if (internalEntries.includes(entry.type) || isOfInternalFile(entry)) return undefined;
  // Updates to stakeholders are for staff, unless they were for callers, too.
  if (entry.type === "MajorIncidentUpdated" && data.audience !== "callers") return undefined;
  const hidden = [...internalFields(incident), ...mechanical, "reassignmentCount", "serviceLevels"];
  const told = Object.entries(data).filter(
    ([name]) => name !== "routing" && (!incident.restricted || !otherIncidents.includes(name)),
  );
  return { ...entry, data: Object.fromEntries(told), changes: withoutFields(entry.changes, hidden) };
};
