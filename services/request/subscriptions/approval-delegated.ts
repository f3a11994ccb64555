import { absencesOf } from "../../../shared/approvals/absences.ts";
import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { ApprovalDelegated, ApprovalDelegationEnded } from "../../change/events-delegation.ts";
import type { RequestContext } from "../context.ts";
import { awaitedPeople, renewDeputies } from "../decisions/delegate.ts";
import { target } from "../edges.ts";
import { RequestItemApprovalRequested } from "../events.ts";
import { updateItem } from "../update-order.ts";

const renew = async (id: string, context: RequestContext): Promise<void> => {
  const absences = await absencesOf(awaitedPeople(await context.items.get(id)), context);
  await updateItem(id, undefined, context.part(id), (item) => renewDeputies(item, absences));
};

const delegated = [ApprovalDelegated, ApprovalDelegationEnded].map((event) =>
  subscription({
    id: event === ApprovalDelegated ? "approval-delegated" : "approval-delegation-ended",
    summary: "Whoever stands in for somebody is asked what waits for that person, and is not any more after.",
    event,
    handle: async ({ meta, data: { delegation } }, context: RequestContext) => {
      const { personId, toId, from, until, state } = delegation;
      await context.absences.keep(meta, { personId, toId, from, until, state });
      const waiting = { index: "byTarget", partition: target.approver(personId) };
      await forEachId(context.items.ids(waiting), (id) => renew(id, context));
    },
  }),
);

const requested = subscription({
  id: "approval-requested",
  summary:
    "A step that opens names who stands in by then, also for who has gone since it was put; who is asked in later ones is found by it.",
  event: RequestItemApprovalRequested,
  handle: async ({ meta }, context: RequestContext) => {
    await renew(meta.subject, context);
    await context.items.spread(meta.subject);
  },
});

export const approvalDelegated = [...delegated, requested];
