import { subscription } from "../../../shared/events/subscription.ts";
import { subscriptionId } from "../../../shared/events/subscription-id.ts";
import { ChangeCancelled, ChangeClosed, ChangeImplemented } from "../../change/events.ts";
import type { RequestContext } from "../context.ts";
import { hearStep } from "../hear-step.ts";

const wentWell = ["successful", "successful_with_issues"];

/** The end of a change that a step has asked for is the end of the step. */
export const changeHeard = [ChangeImplemented, ChangeClosed, ChangeCancelled].map((event) =>
  subscription({
    id: subscriptionId(event),
    summary: "A change that a request has asked for is over: the step that waits for it is done, or failed.",
    event,
    where: { change: { links: { type: ["request"] } } },
    handle: async ({ meta, data: { change } }, context: RequestContext) => {
      for (const { type, target } of change.links) {
        if (type !== "request") continue;
        const isDone = change.state !== "cancelled" && wentWell.includes(change.outcome ?? "");
        const text = isDone ? undefined : `${change.id} is ${change.outcome ?? change.state}`;
        const outcome = isDone ? ("done" as const) : ("failed" as const);
        await hearStep({ errandId: target, outcome, recordId: change.id, text }, meta.actor.id, context);
      }
    },
  }),
);
