import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import { approvedBy, awaited, electorate } from "../../shared/approvals/approval.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import { type Kept, keptLifecycle } from "../../shared/kept/kept.ts";
import type { PolicyClock } from "../../shared/targets/clocks.ts";
import { mechanicalFields, withOuterClocks, withoutFields } from "../../shared/targets/outer-clocks.ts";
import type { Change } from "./change.ts";
import { pathOf } from "./change-type.ts";
import { type Delegation, delegationLifecycle } from "./delegation.ts";
import { type Finding, findingLifecycle } from "./finding.ts";
import { type Meeting, meetingLifecycle } from "./meeting.ts";
import type { SettingsFields } from "./settings.ts";
import { taskPeople, taskWorkers } from "./task.ts";
import { type ChangeTemplate, templateLifecycle } from "./template.ts";

const everybody = ["change:read", "change:decide"] as const;
const reader = [...everybody, "change:read_all"] as const;
const worker = [...reader, "change:open", "change:work", "change:implement", "change:gate"] as const;

/**
 * What each role may do with changes. Everybody may be asked to approve one, and reads what they are asked
 * about. Who manages changes does not carry them out: that is for the teams (separation of duties).
 */
export const changeGrants: Grants = {
  employee: everybody,
  agent: worker,
  integration: [...worker, "change:notify"],
  "problem-manager": [...reader, "change:open", "change:work"],
  "asset-manager": reader,
  "configuration-manager": reader,
  "knowledge-manager": reader,
  "major-incident-manager": worker,
  "change-manager": [...reader, "change:open", "change:work", "change:manage"],
  admin: [...reader, "change:manage", "change:administer"],
};

const isNamed = ({ id }: Actor, change: Change): boolean =>
  [change.requesterId, change.openedBy, change.assigneeId, ...taskPeople(change.tasks)].includes(id) ||
  electorate(change.approval).includes(id) ||
  electorate(change.exception?.approval).includes(id);

const isAskedByRole = ({ roles }: Actor, { approval, exception }: Change): boolean =>
  [approval, exception?.approval].some((each) => awaited(each).roles.some((role) => roles.includes(role)));

const actionsFor = (actor: Actor, { type, state }: Change): string[] => {
  const allowed = pathOf[type].allowed(state);
  if (may(actor, "change:work")) return [...allowed];
  return may(actor, "change:decide") ? allowed.filter((each) => each === "approve" || each === "reject") : [];
};

/** Who works with changes reads all of one they see; who asked for it or decides about it reads no notes and no clocks between teams. */
const seesInside = (actor: Actor): boolean => may(actor, "change:read_all");

/** How its impact runs through the CMDB is for who works with changes; which services it reaches is for all who decide. */
const fromOutside = (change: Change): Change => {
  if (change.impacted === undefined) return change;
  const { paths: _paths, countsByClass: _counts, services, ...told } = change.impacted;
  return {
    ...change,
    impacted: { ...told, services: services.map(({ ownerId: _owner, ...service }) => service) },
  };
};

/** What an actor sees of a change, with what its state allows them: the rule behind every channel. */
export const viewChange = (actor: Actor, change: Change): Change | undefined => {
  if (!seesInside(actor) && !isNamed(actor, change) && !isAskedByRole(actor, change)) return undefined;
  const seen = seesInside(actor) ? change : fromOutside(withOuterClocks(change, "serviceLevels"));
  return { ...seen, actions: actionsFor(actor, change) };
};

/** Clocks between teams are for who works with changes. */
export const seesClock =
  (actor: Actor) =>
  ({ policy }: PolicyClock): boolean =>
    seesInside(actor) || !policy.terms.internal;

const internalEntries = ["ChangeNoted", "ChangeServiceLevelWarning", "ChangeServiceLevelBreached"];

/** The same rule for an entry of its history; snapshots repeat what the changes say. */
export const viewChangeEntry = (
  actor: Actor,
  _change: Change,
  entry: HistoryEntry,
): HistoryEntry | undefined => {
  const isInside = seesInside(actor);
  if (!isInside && internalEntries.includes(entry.type)) return undefined;
  const { change: _snapshot, ...data } = entry.data;
  const hidden = isInside ? mechanicalFields : [...mechanicalFields, "serviceLevels", "impacted"];
  return { ...entry, data, changes: withoutFields(entry.changes, hidden) };
};

/** Models, templates and what else is kept for use is seen whole by who works with changes. */
export const viewKept = <R extends Kept>(actor: Actor, record: R): R | undefined => {
  if (!may(actor, "change:read_all")) return undefined;
  const actions = may(actor, "change:manage") ? [...keptLifecycle.allowed(record.state)] : [];
  return { ...record, actions };
};

/** Whoever works with changes writes templates and proposes them; who manages changes decides about them. */
const isWriting = (action: string): boolean => action === "propose" || action === "redraft";

/** Templates are offered to who works with changes; who manages them governs them. */
export const viewTemplate = (actor: Actor, template: ChangeTemplate): ChangeTemplate | undefined => {
  if (!may(actor, "change:read_all")) return undefined;
  const actions = templateLifecycle
    .allowed(template.state)
    .filter((action) => may(actor, isWriting(action) ? "change:work" : "change:manage"));
  return { ...template, actions };
};

/** A meeting is for who works with changes and for whoever belongs to its board or was there. */
export const viewMeeting = (actor: Actor, meeting: Meeting): Meeting | undefined => {
  const { memberIds, attendeeIds = [] } = meeting;
  if (!may(actor, "change:read_all") && ![...memberIds, ...attendeeIds].includes(actor.id)) return undefined;
  return { ...meeting, actions: leads(actor, meeting) ? [...meetingLifecycle.allowed(meeting.state)] : [] };
};

/** A delegation is for the two it is about, and for who works with changes. */
export const viewDelegation = (actor: Actor, delegation: Delegation): Delegation | undefined => {
  const { personId, toId, state } = delegation;
  if (![personId, toId].includes(actor.id) && !may(actor, "change:read_all")) return undefined;
  const mayEnd = actor.id === personId || may(actor, "change:manage");
  return { ...delegation, actions: mayEnd ? [...delegationLifecycle.allowed(state)] : [] };
};

/** Findings are for who works with changes. */
export const viewFinding = (actor: Actor, finding: Finding): Finding | undefined => {
  if (!may(actor, "change:read_all")) return undefined;
  const actions = may(actor, "change:work") ? [...findingLifecycle.allowed(finding.state)] : [];
  return { ...finding, actions };
};

/** Who leads a meeting: its chair, and who manages changes. */
export const leads = (actor: Actor, { chairId }: Pick<Meeting, "chairId">): boolean =>
  actor.id === chairId || may(actor, "change:manage");

/** Refuses who does not lead a meeting, such as another member of its board. */
export const mustLead = (actor: Actor, meeting: Pick<Meeting, "chairId">): void => {
  if (!leads(actor, meeting)) throw new Refusal("forbidden", "The chair of the board does this");
};

/** Who may not approve a change: who asks for it, and who does the work. */
export const barredFrom = (
  change: Pick<Change, "requesterId" | "openedBy" | "assigneeId" | "tasks">,
  { approverIsNotRequester, approverIsNotImplementer }: SettingsFields,
): string[] => [
  ...new Set([
    ...(approverIsNotRequester ? [change.requesterId, change.openedBy] : []),
    ...(approverIsNotImplementer
      ? [...(change.assigneeId ? [change.assigneeId] : []), ...taskWorkers(change.tasks)]
      : []),
  ]),
];

/** Refuses to give the work to somebody who approved it, or for whom the rules bar it otherwise. */
export const mustBeSeparate = (
  personId: string | undefined,
  change: Change,
  { approverIsNotImplementer, implementerIsNotRequester }: SettingsFields,
): void => {
  if (personId === undefined) return;
  if (approverIsNotImplementer && approvedBy(change.approval).includes(personId))
    throw new Refusal("rule_violation", "Who approved a change does not carry it out");
  if (implementerIsNotRequester && personId === change.requesterId)
    throw new Refusal("rule_violation", "Who asks for a change does not carry it out");
};
