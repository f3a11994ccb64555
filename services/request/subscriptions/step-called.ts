import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { callOut } from "../call-out.ts";
import type { RequestContext } from "../context.ts";
import { RequestStepAsked } from "../events-steps.ts";
import { hearStep } from "../hear-step.ts";

const self = serviceActor("request").id;

export const stepCalled = subscription({
  id: "step-called",
  summary: "Calls the customer's own automation for a step, signed; what it answers is the step's outcome.",
  event: RequestStepAsked,
  where: { step: { kind: ["call"] } },
  handle: async ({ data: { item, step } }, context: RequestContext) => {
    if (step.kind !== "call") return;
    const { items, callKey } = context;
    const { tasks, ...shown } = await items.get(item.id);
    const url = tasks.find(({ id }) => id === step.taskId)?.does?.url;
    if (url === undefined) return;
    const { requestedFor, requesterId, requestId, name, quantity } = shown;
    const body = { step, item: { id: item.id, requestId, name, quantity, requestedFor, requesterId } };
    const answer = await callOut(url, body, await callKey());
    await hearStep({ errandId: step.errandId, ...answer }, self, context);
  },
});
