import { awaited } from "../../../shared/approvals/approval.ts";
import { ask } from "../../../shared/approvals/decide.ts";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { readableAnswers } from "../../../shared/forms/readable-answers.ts";
import { RequestItemApprovalRequested, RequestItemRevised } from "../events.ts";
import { isOpenItem, type RequestItem, requestItemLifecycle } from "../request-item.ts";
import { asking } from "./approve.ts";
import { after, itemHappened } from "./command.ts";
import type { Wanted } from "./place.ts";
import { planTasks } from "./plan-tasks.ts";

/** Only what still waits for its approval is another thing by other answers; later, people work by them. */
export const mustBeRevisable = (item: RequestItem): void => {
  if (item.state === "in_fulfilment")
    throw new Refusal(
      "illegal_transition",
      `${item.name} is approved: cancel it and order it again, or ask the team that fulfils it`,
    );
  requestItemLifecycle.next(item.state, "revise");
  if (item.parentId !== undefined)
    throw new Refusal(
      "rule_violation",
      `It came with ${item.parentId} and is approved with it: change that one, or cancel this one`,
    );
};

/**
 * The round in which it is asked anew, counted on so that no decision of an earlier one is taken for this one's;
 * nobody is asked where nobody has to.
 */
const askedAnew = ({ approval }: RequestItem, { steps }: Wanted, barred: readonly string[], now: string) =>
  approval === undefined && steps.length === 0
    ? undefined
    : ask((approval?.round ?? 0) + 1, steps, barred, now);

/**
 * An item with other answers, or another quantity: its price, its tasks and who approves it follow from them, and
 * what was decided for others counts no more. Nothing, where it is what it was.
 */
export const revise = (
  item: RequestItem,
  wanted: Wanted,
  barred: readonly string[],
  now: string,
): Decision<RequestItem> => {
  const { answers, quantity, fields, cost, autoApproved } = wanted;
  if (!isOpenItem(item) || isSame([item.answers, item.quantity], [answers, quantity])) return [];
  const approval = askedAnew(item, wanted, barred, now);
  const changes = changedFields<RequestItem>(item, {
    state: requestItemLifecycle.next(item.state, "revise"),
    ...{ answers, quantity, shown: readableAnswers(fields.form, answers) },
    ...{ price: cost.price, recurring: cost.recurring, autoApproved, approval },
    tasks: planTasks(item.id, fields, answers, item.teamId ?? "", quantity),
  });
  const told = [itemHappened(RequestItemRevised, item, changes, {})];
  const waits = awaited(approval);
  if (approval === undefined || waits.people.length + waits.roles.length === 0) return told;
  return [...told, itemHappened(RequestItemApprovalRequested, after(item, told), {}, asking(approval))];
};
