import { type Actor, type Grants, granted, may } from "../../shared/access/actor.ts";
import { awaited, electorate } from "../../shared/approvals/approval.ts";
import {
  isOfInternalFile,
  mechanicalAttachmentFields,
  withoutInternalFiles,
} from "../../shared/attachments/attachment.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import { keptLifecycle } from "../../shared/kept/kept.ts";
import type { PolicyClock } from "../../shared/targets/clocks.ts";
import { mechanicalFields, withOuterClocks, withoutFields } from "../../shared/targets/outer-clocks.ts";
import { isAsked } from "./decisions/approve.ts";
import { type Draft, draftLifecycle } from "./draft.ts";
import { outerTask, outerTasks } from "./outer-task.ts";
import { isOpenRequest, type ServiceRequest } from "./request.ts";
import { type RequestItem, requestItemLifecycle } from "./request-item.ts";
import type { Schedule } from "./schedule.ts";
import { type Standing, standingLifecycle } from "./standing.ts";
import { type Survey, surveyLifecycle } from "./survey.ts";

const everybody = ["request:read", "request:order", "request:comment", "request:decide"] as const;
const worker = [...everybody, "request:work"] as const;
const manager = [...worker, "request:read_all", "request:manage", "request:signal"] as const;

/**
 * What each role may do with requests. Everybody orders for themselves and others and may be asked to approve;
 * who fulfils sees what is given to their teams and no other.
 */
export const requestGrants: Grants = {
  employee: everybody,
  agent: worker,
  integration: [...worker, "request:read_all", "request:signal"],
  "problem-manager": everybody,
  "change-manager": everybody,
  "asset-manager": manager,
  "configuration-manager": everybody,
  "knowledge-manager": everybody,
  "major-incident-manager": worker,
  admin: [...manager, "request:administer"],
};

const meets = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));

const isParty = (
  { id, teams, roles, permissions }: Actor,
  parties: {
    readonly people: readonly string[];
    readonly teams: readonly string[];
    readonly roles: readonly string[];
  },
): boolean =>
  parties.people.includes(id) ||
  meets(parties.roles, roles) ||
  (permissions.has("request:work") && meets(parties.teams, teams));

const isTheirs = (
  { id }: Actor,
  { requesterId, requestedFor }: Pick<ServiceRequest, "requesterId" | "requestedFor">,
) => id === requesterId || id === requestedFor;

/** What an actor sees of a request: who asked, for whom it is, who approves and who fulfils; nobody else. */
export const viewRequest = (actor: Actor, request: ServiceRequest): ServiceRequest | undefined => {
  const sees = may(actor, "request:read_all") || isTheirs(actor, request) || isParty(actor, request.parties);
  if (!sees) return undefined;
  const mayCancel = isTheirs(actor, request) || may(actor, "request:work");
  const seen = seesInside(actor, request) ? request : withoutInternalFiles(request);
  return { ...seen, actions: isOpenRequest(request) && mayCancel ? ["cancel"] : [] };
};

const partiesOf = ({ approval, teamId, tasks }: RequestItem) => ({
  people: [
    ...electorate(approval),
    ...tasks.flatMap(({ assigneeId, escalated }) => [assigneeId ?? [], escalated?.personId ?? []].flat()),
  ],
  teams: [teamId, ...tasks.flatMap((task) => [task.teamId, task.escalated?.teamId])].filter(
    (id) => id !== undefined,
  ),
  roles: awaited(approval).roles,
});

const itemActions = (actor: Actor, item: RequestItem): string[] =>
  requestItemLifecycle.allowed(item.state).filter((action) => {
    if (action === "approve" || action === "reject") return isAsked(item, actor.id, actor.roles);
    if (action === "revise" && item.parentId !== undefined) return false;
    return (
      (action === "cancel" || action === "revise") && (isTheirs(actor, item) || may(actor, "request:work"))
    );
  });

/** Who fulfils reads all of what they see; whom it is for and who approves read no notes and no clocks between teams. */
export const seesInside = (
  actor: Actor,
  record: Pick<ServiceRequest, "requesterId" | "requestedFor">,
): boolean => may(actor, "request:read_all") || (may(actor, "request:work") && !isTheirs(actor, record));

/** The same rule for one of its items: who approves or fulfils one of them need not see the others. */
export const viewItem = (actor: Actor, item: RequestItem): RequestItem | undefined => {
  const sees = may(actor, "request:read_all") || isTheirs(actor, item) || isParty(actor, partiesOf(item));
  if (!sees) return undefined;
  if (seesInside(actor, item)) return { ...item, actions: itemActions(actor, item) };
  const seen = withoutInternalFiles(withOuterClocks(item, "serviceLevels"));
  return { ...seen, tasks: item.tasks.map(outerTask), actions: itemActions(actor, item) };
};

/** Clocks between teams are for who fulfils. */
export const seesClock =
  (actor: Actor, item: RequestItem) =>
  ({ policy }: PolicyClock): boolean =>
    seesInside(actor, item) || !policy.terms.internal;

const internalEntries = [
  "RequestNoted",
  "RequestItemServiceLevelWarning",
  "RequestItemServiceLevelBreached",
  "RequestStepAsked",
  "RequestTaskFailed",
  "RequestTaskStuck",
  "RequestTaskEscalated",
];

/** The same rule for an entry of the history; snapshots repeat what the changes say. */
export const viewEntry = (
  actor: Actor,
  record: ServiceRequest | RequestItem,
  entry: HistoryEntry,
): HistoryEntry | undefined => {
  const isInside = seesInside(actor, record);
  if (!isInside && (internalEntries.includes(entry.type) || isOfInternalFile(entry))) return undefined;
  const { request: _request, item: _item, ...data } = entry.data;
  const hidden = [
    ...mechanicalFields,
    ...mechanicalAttachmentFields,
    "parties",
    ...(isInside ? [] : ["serviceLevels"]),
  ];
  const changes = withoutFields(entry.changes, hidden);
  return { ...entry, data, changes: isInside ? changes : outerTasks(changes) };
};

/** A draft is its owner's and nobody else's. */
export const viewDraft = (actor: Actor, draft: Draft): Draft | undefined =>
  actor.id === draft.ownerId || actor.permissions.has("*")
    ? { ...draft, actions: [...draftLifecycle.allowed(draft.state)] }
    : undefined;

/** What somebody holds is seen by them and by those who manage requests. */
export const viewStanding = (actor: Actor, standing: Standing): Standing | undefined =>
  actor.id === standing.personId || may(actor, "request:read_all")
    ? {
        ...standing,
        actions: standingLifecycle.allowed(standing.state).filter((each) => each === "give_back"),
      }
    : undefined;

/** Who is to follow up a low score: its owner, their team, and who manages requests; never who gave it. */
export const followsUp = (actor: Actor, { ownerId, ownerTeamId, personId }: Survey): boolean =>
  may(actor, "request:manage") ||
  (actor.id !== personId &&
    (ownerId === actor.id ||
      (ownerTeamId !== undefined && may(actor, "request:work") && actor.teams.includes(ownerTeamId))));

/** What somebody answers is theirs, of who follows it up, and of those who look after the quality of the service. */
export const viewSurvey = (actor: Actor, survey: Survey): Survey | undefined => {
  const isFollowedUp = survey.state === "low" || survey.state === "followed_up";
  const isOwner = isFollowedUp && followsUp(actor, survey);
  if (actor.id !== survey.personId && !may(actor, "request:read_all") && !isOwner) return undefined;
  const actions = surveyLifecycle
    .allowed(survey.state)
    .filter((each) => (["follow_up", "assign"].includes(each) ? isOwner : actor.id === survey.personId));
  return { ...survey, actions };
};

/** A schedule is its owner's. */
export const viewSchedule = (actor: Actor, schedule: Schedule): Schedule | undefined =>
  actor.id === schedule.ownerId || actor.permissions.has("*")
    ? { ...schedule, actions: [...keptLifecycle.allowed(schedule.state)] }
    : undefined;

/** What the service does in the name of a person: with what everybody may do, and these roles. */
export const asEmployee = (id: string, roles: readonly string[] = []): Actor => ({
  id,
  roles: ["employee", ...roles],
  teams: [],
  permissions: granted(requestGrants, ["employee", ...roles]),
});
