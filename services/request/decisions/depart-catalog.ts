import { asksByName, replaceApprover } from "../../../shared/approvals/replace-approver.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { CatalogItem, ItemFields } from "../catalog-item.ts";
import { type Replacing, replaceItem, writtenFields } from "./catalog.ts";

type Leaver = { readonly personId: string; readonly handOverTo?: string | undefined };

/** Whether an item, as it is offered or as it is written, names a person who answers for it or approves it. */
export const isNamedInItem = (item: CatalogItem, personId: string): boolean => {
  const { state, ownerId, approvals, offer, offeredApproverIds = [] } = item;
  if (state === "retired") return false;
  const isOwner = ownerId === personId || offer?.ownerId === personId;
  return isOwner || asksByName(approvals, personId) || offeredApproverIds.includes(personId);
};

/** Where nobody takes over, an item is its team's; one without a team waits for somebody to be named. */
const without = (fields: ItemFields, { personId, handOverTo }: Leaver, otherwise: string): ItemFields => {
  const { ownerId, teamId, approvals } = fields;
  const isLeft = ownerId === personId && (handOverTo !== undefined || teamId !== undefined);
  const asked = { ...fields, approvals: replaceApprover(approvals, personId, handOverTo, otherwise) };
  return isLeft ? { ...asked, ownerId: handOverTo } : asked;
};

/**
 * The catalog names who takes over in the place of who is gone: in what is being written, and by another edition in
 * what is offered, so that nobody's order waits for somebody who is not there. `offered`: the edition that is offered.
 */
export const leaveItem = (
  item: CatalogItem,
  offered: ItemFields | undefined,
  leaver: Leaver,
  lastResortRole: string,
  now: string,
): Decision<CatalogItem> => {
  if (!isNamedInItem(item, leaver.personId)) return [];
  const written = without(writtenFields(item), leaver, lastResortRole);
  const next = offered && without(offered, leaver, lastResortRole);
  const replacing: Replacing = { written, now, ...(isSame(next, offered) ? {} : { offered: next }) };
  return replaceItem(item, replacing);
};
