import { awaited } from "../../shared/approvals/approval.ts";
import type { Edge } from "../../shared/dynamo/record.ts";
import type { ServiceRequest } from "./request.ts";
import { isOpenItem, type RequestItem } from "./request-item.ts";
import { isOpenTask } from "./task.ts";

/** What requests and their items are found by besides their own fields. */
export const target = {
  person: (id: string) => `person#${id}`,
  approver: (id: string) => `approver#${id}`,
  approverRole: (role: string) => `role#${role}`,
  team: (id: string) => `team#${id}`,
  assignee: (id: string) => `assignee#${id}`,
};

const edgesTo = (targets: readonly string[], order: string): Edge[] =>
  [...new Set(targets)].map((each) => ({ index: "byTarget", target: each, order }));

/** Who asks, and for whom it is, find all of theirs in one list. */
export const requestEdges = ({ id, requesterId, requestedFor, placedAt }: ServiceRequest): Edge[] =>
  edgesTo([requesterId, requestedFor].map(target.person), `${placedAt}#${id}`);

/** After every date: work without one is listed last. */
const undated = "9999";

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
      open.flatMap(({ teamId, assigneeId }) => [
        ...(teamId ? [target.team(teamId)] : []),
        ...(assigneeId ? [target.assignee(assigneeId)] : []),
      ]),
      `${targetAt ?? expectedAt ?? undated}#${id}`,
    ),
  ];
};
