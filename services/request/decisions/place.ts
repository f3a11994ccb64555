import { type Approval, awaited } from "../../../shared/approvals/approval.ts";
import { ask } from "../../../shared/approvals/decide.ts";
import type { ResolvedStep } from "../../../shared/approvals/resolve.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { Answers } from "../../../shared/forms/form.ts";
import { readableAnswers } from "../../../shared/forms/readable-answers.ts";
import type { ItemFields } from "../catalog-item.ts";
import { RequestItemApprovalRequested, RequestItemPlaced, RequestPlaced } from "../events.ts";
import type { ServiceRequest } from "../request.ts";
import type { RequestItem } from "../request-item.ts";
import { asking } from "./approve.ts";
import { after, type Circumstances, itemHappened, requestHappened } from "./command.ts";
import { inWorkingDays } from "./in-working-days.ts";
import { planTasks } from "./plan-tasks.ts";
import { type Cost, totalOf } from "./price.ts";
import { followAll, type OrderDecision, shownOf } from "./settle.ts";

/** One thing that is ordered, with all that was looked up and checked of it. */
export type Wanted = {
  readonly catalogItemId: string;
  readonly edition: number;
  readonly fields: ItemFields;
  readonly quantity: number;
  readonly answers: Answers;
  readonly cost: Cost;
  /** Who is to approve it, as people; none: nobody is asked. */
  readonly steps: readonly ResolvedStep[];
  readonly autoApproved?: string | undefined;
  /** Places, in the same order, of the bundle that it came with and of what it comes after. */
  readonly parent?: number | undefined;
  readonly after: readonly number[];
  /** Approved with the bundle that it came with. */
  readonly isCovered?: boolean | undefined;
  readonly givesBack?: string | undefined;
};

/** An order as it is placed: for whom, what, and who may not approve it. */
export type Placing = {
  readonly requestedFor: string;
  readonly note?: string | undefined;
  readonly draftId?: string | undefined;
  readonly origin?: ServiceRequest["origin"];
  readonly wanted: readonly Wanted[];
  readonly barred: readonly string[];
  /** Numbers of the request and of its items. */
  readonly requestId: string;
  readonly itemIds: readonly string[];
};

const approvalOf = ({ steps }: Wanted, barred: readonly string[], now: string): Approval | undefined =>
  steps.length === 0 ? undefined : ask(1, steps, barred, now);

const itemOf = (placing: Placing, at: number, on: Circumstances): RequestItem => {
  const { wanted, itemIds, requestedFor, requestId, note, barred } = placing;
  const want = wanted[at] as Wanted;
  const { fields, quantity, answers, cost, catalogItemId, edition, autoApproved, parent } = want;
  const id = itemIds[at] ?? "";
  const teamId = fields.teamId ?? on.settings.usualTeamId;
  const all = {
    ...{ id, requestId, catalogItemId, edition, name: fields.name, categoryId: fields.categoryId },
    ...{ serviceId: fields.serviceId, state: "awaiting_approval", requesterId: on.actor.id, requestedFor },
    ...{ quantity, answers, shown: readableAnswers(fields.form, answers), note, ...cost, autoApproved },
    approval: approvalOf(want, barred, on.now),
    parentId: parent === undefined ? undefined : itemIds[parent],
    after: want.after.map((each) => itemIds[each] ?? ""),
    ...{ standing: fields.standing, givesBack: want.givesBack },
    ...{ teamId, tasks: planTasks(id, fields, answers, teamId, quantity), placedAt: on.now },
    expectedAt: inWorkingDays(fields.deliveryDays, on.now, on.calendar),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as unknown as RequestItem;
};

const begun = (item: RequestItem): Decision<RequestItem> => {
  const { id, ...fields } = item;
  const placed = itemHappened(RequestItemPlaced, { id } as RequestItem, fields, {});
  const { approval } = item;
  if (approval === undefined || awaited(approval).people.length + awaited(approval).roles.length === 0)
    return [placed];
  return [placed, itemHappened(RequestItemApprovalRequested, item, {}, asking(approval))];
};

/** A request with its items as they begin; what needs nobody's approval is being fulfilled at once. */
export const place = (placing: Placing, on: Circumstances): OrderDecision => {
  const { requestId, requestedFor, note, draftId, origin, wanted } = placing;
  const items = wanted.map((_, at) => itemOf(placing, at, on));
  const none = items.map(({ id }) => ({ id }) as RequestItem);
  const decided = followAll(none, items.map(begun), on.now);
  const latest = items.map((item, at) => after(item, decided[at] ?? []));
  const fields: Partial<ServiceRequest> = {
    ...shownOf(latest),
    ...{ requesterId: on.actor.id, requestedFor, placedAt: on.now },
    ...{ note, draftId, origin, price: totalOf(latest.map(({ price }) => price)) },
  };
  return {
    request: [requestHappened(RequestPlaced, { id: requestId } as ServiceRequest, fields, {})],
    items: decided,
  };
};
