import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { RequestItemCancelled } from "../../request/events.ts";
import type { Change } from "../change.ts";
import { pathOf } from "../change-type.ts";
import type { ChangeContext } from "../context.ts";
import { cancel } from "../decisions/progress.ts";

/** A change that was asked for by a task, and on which no work has begun, is not done; what is under way goes on. */
const cancelled = (
  change: Change,
  taskId: string,
  reason: string,
  on: Parameters<typeof cancel.decide>[2],
): Decision<Change> => {
  const isTheirs = change.links.some(
    ({ type, target }) => type === "request" && target.startsWith(`${taskId}.`),
  );
  const mayStop = pathOf[change.type].allowed(change.state).includes("cancel");
  return isTheirs && mayStop ? cancel.decide(change, { reason }, on) : [];
};

export const requestItemCancelled = subscription({
  id: "request-item-cancelled",
  summary: "Cancels the change of a request that is not wanted any more, unless it is being done already.",
  event: RequestItemCancelled,
  handle: async ({ data: { item } }, context: ChangeContext) => {
    const on = {
      actor: serviceActor("change"),
      now: context.now(),
      settings: await context.settings(),
    };
    for (const { id: taskId, kind, recordId } of item.tasks) {
      if (kind !== "open_change" || recordId === undefined) continue;
      await context
        .part(recordId)
        .changes.update(recordId, undefined, (change) =>
          cancelled(change, taskId, `${item.id} is not wanted any more`, on),
        )
        .catch((error: unknown) => {
          if (!(error instanceof Refusal && error.code === "not_found")) throw error;
        });
    }
  },
});
