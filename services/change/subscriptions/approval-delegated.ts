import { absencesOf } from "../../../shared/approvals/absences.ts";
import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import type { ChangeContext } from "../context.ts";
import { awaitedPeople, renewDeputies } from "../decisions/delegate.ts";
import { target } from "../edges.ts";
import { ChangeApprovalRequested } from "../events.ts";
import { ApprovalDelegated, ApprovalDelegationEnded } from "../events-delegation.ts";

const renew = async (id: string, context: ChangeContext): Promise<void> => {
  const change = await context.changes.get(id);
  const absences = await absencesOf(awaitedPeople(change), context);
  await context.part(id).changes.update(id, undefined, (latest) => renewDeputies(latest, absences));
};

const delegated = [ApprovalDelegated, ApprovalDelegationEnded].map((event) =>
  subscription({
    id: event === ApprovalDelegated ? "approval-delegated" : "approval-delegation-ended",
    summary: "Whoever stands in for somebody is asked what waits for that person, and is not any more after.",
    event,
    handle: async ({ meta, data: { delegation } }, context: ChangeContext) => {
      const { personId, toId, from, until, state } = delegation;
      await context.absences.keep(meta, { personId, toId, from, until, state });
      const waiting = { index: "byTarget", partition: target.approver(delegation.personId) };
      await forEachId(context.changes.ids(waiting), (id) => renew(id, context));
    },
  }),
);

const requested = subscription({
  id: "approval-requested",
  summary:
    "A step that opens names who stands in by then, also for who has gone since it was put; who is asked in later ones is found by it.",
  event: ChangeApprovalRequested,
  handle: async ({ meta }, context: ChangeContext) => {
    await renew(meta.subject, context);
    await context.changes.spread(meta.subject);
  },
});

export const approvalDelegated = [...delegated, requested];
