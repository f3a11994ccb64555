import { seatedPeople } from "../../../shared/approvals/absences.ts";
import { type Delegation as Absence, renewed } from "../../../shared/approvals/delegation.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { RequestItemApprovalRequested } from "../events.ts";
import type { RequestItem } from "../request-item.ts";
import { asking } from "./approve.ts";
import { itemHappened } from "./command.ts";

/** People whose absence matters to an item now: all who are asked or will be. */
export const awaitedPeople = ({ state, approval }: RequestItem): string[] =>
  seatedPeople(state === "awaiting_approval" && approval ? [approval] : []);

/** Names in what an item asks for who stands in for whom, as is known now; deputies are asked, too. */
export const renewDeputies = (item: RequestItem, absences: readonly Absence[]): Decision<RequestItem> => {
  const { approval, state } = item;
  if (state !== "awaiting_approval" || approval?.state !== "pending") return [];
  const asked = renewed(approval, absences);
  return asked ? [itemHappened(RequestItemApprovalRequested, item, { approval: asked }, asking(asked))] : [];
};
