import { type Delegation as Absence, withDeputies } from "../../../shared/approvals/delegation.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestItemApprovalRequested } from "../events.ts";
import type { RequestItem } from "../request-item.ts";
import { asking } from "./approve.ts";
import { itemHappened } from "./command.ts";

/** People whose absence matters to an item now: all who are asked or will be. */
export const seatedPeople = ({ state, approval }: RequestItem): string[] =>
  state !== "awaiting_approval" || approval === undefined
    ? []
    : [...new Set(approval.steps.flatMap(({ seats }) => seats.flatMap(({ personId }) => personId ?? [])))];

/** Names in what an item asks for who stands in for whom, as is known now; deputies are asked, too. */
export const renewDeputies = (item: RequestItem, absences: readonly Absence[]): Decision<RequestItem> => {
  const { approval, state } = item;
  if (state !== "awaiting_approval" || approval?.state !== "pending") return [];
  const renewed = withDeputies(approval, absences);
  if (isSame(renewed, approval)) return [];
  return [itemHappened(RequestItemApprovalRequested, item, { approval: renewed }, asking(renewed))];
};
