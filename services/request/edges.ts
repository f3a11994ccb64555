import { awaited } from "../../shared/approvals/approval.ts";
import { seatedLater } from "../../shared/approvals/hand-over.ts";
import type { Edge } from "../../shared/dynamo/record.ts";
import { approversByName, type CatalogItem } from "./catalog-item.ts";
import { awaiting } from "./decisions/signal.ts";
import type { ServiceRequest } from "./request.ts";
import { isOpenItem, type RequestItem } from "./request-item.ts";
import type { Schedule } from "./schedule.ts";
import type { Survey } from "./survey.ts";
import { isOpenTask } from "./task.ts";

/** What requests and their items are found by besides their own fields. */
export const target = {
  person: (id: string) => `person#${id}`,
  approver: (id: string) => `approver#${id}`,
  seatedLater: (id: string) => `seated#${id}`,
  approverRole: (role: string) => `role#${role}`,
  team: (id: string) => `team#${id}`,
  assignee: (id: string) => `assignee#${id}`,
  signal: (name: string, about?: string) =>
    about === undefined ? `signal#${name}` : `signal#${name}#${about}`,
  followUp: (id: string) => `follow-up#${id}`,
  followUpOfTeam: (id: string) => `follow-up-team#${id}`,
  scheduledFor: (id: string) => `scheduled#${id}`,
  namedInCatalog: (id: string) => `catalog#${id}`,
};

const edgesTo = (targets: readonly string[], order: string): Edge[] =>
  [...new Set(targets)].map((each) => ({ index: "byTarget", target: each, order }));

/** Items are found by who answers for them or approves them by name, as they are offered and as they are written. */
export const catalogEdges = (item: CatalogItem): Edge[] => {
  const { id, state, name, ownerId, approvals, offer, offeredApproverIds = [] } = item;
  const shelf = offer
    ? [{ index: "offered", target: offer.categoryId, order: `${offer.name.toLowerCase()}#${id}` }]
    : [];
  if (state === "retired") return shelf;
  const people = [ownerId, offer?.ownerId, ...approversByName(approvals), ...offeredApproverIds];
  const named = people.flatMap((each) => (each === undefined ? [] : [target.namedInCatalog(each)]));
  return [...shelf, ...edgesTo(named, `${name.toLowerCase()}#${id}`)];
};

/** Who asks, and for whom it is, find all of theirs in one list. */
export const requestEdges = ({ id, requesterId, requestedFor, placedAt }: ServiceRequest): Edge[] =>
  edgesTo([requesterId, requestedFor].map(target.person), `${placedAt}#${id}`);

/** What is ordered for somebody in time to come is found by them, whoever has it ordered. */
export const scheduleEdges = ({ id, state, order, ownerId, nextAt }: Schedule): Edge[] =>
  state === "active" &&
  nextAt !== undefined &&
  order.requestedFor !== undefined &&
  order.requestedFor !== ownerId
    ? edgesTo([target.scheduledFor(order.requestedFor)], id)
    : [];

/** Low scores are found by who is to follow them up, until that is done. */
export const surveyEdges = ({ id, state, ownerId, ownerTeamId, dueAt }: Survey): Edge[] =>
  edgesTo(
    state === "low"
      ? [
          ...(ownerId ? [target.followUp(ownerId)] : []),
          ...(ownerTeamId ? [target.followUpOfTeam(ownerTeamId)] : []),
        ]
      : [],
    `${dueAt ?? undated}#${id}`,
  );

/** After every date: work without one is listed last. */
const undated = "9999";

/** Who is asked in later steps: all steps of an approval are more than one transaction writes. */
export const laterEdges = ({ id, state, approval }: RequestItem): Edge[] => {
  const people = seatedLater(state === "awaiting_approval" ? approval : undefined);
  return edgesTo(people.map(target.seatedLater), id);
};

export const itemEdges = (item: RequestItem): Edge[] => {
  const { id, placedAt, approval, state, tasks, targetAt, expectedAt } = item;
  const asked = awaited(state === "awaiting_approval" ? approval : undefined);
  const open = isOpenItem(item) ? tasks.filter(isOpenTask) : [];
  return [
    ...edgesTo(
      [...asked.people.map(target.approver), ...asked.roles.map(target.approverRole)],
      `${placedAt}#${id}`,
    ),
    ...edgesTo(
      open.flatMap(({ teamId, assigneeId, escalated }) => [
        ...[teamId, escalated?.teamId].flatMap((id) => (id ? [target.team(id)] : [])),
        ...[assigneeId, escalated?.personId].flatMap((id) => (id ? [target.assignee(id)] : [])),
      ]),
      `${targetAt ?? expectedAt ?? undated}#${id}`,
    ),
    ...edgesTo(
      awaiting(item).map(({ does }) => target.signal(does?.name ?? "", does?.about)),
      `${placedAt}#${id}`,
    ),
  ];
};
