import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { callOut } from "../call-out.ts";
import type { RequestContext } from "../context.ts";
import { awaits } from "../decisions/steps.ts";
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
    // It may be cancelled by now, or over: what is not wanted any more is not set off.
    if (!awaits({ state: shown.state, tasks }, step.errandId)) return;
    const url = tasks.find(({ id }) => id === step.taskId)?.does?.url;
    if (url === undefined) return;
    const { requestedFor, requesterId, requestId, name, quantity } = shown;
    const body = { step, item: { id: item.id, requestId, name, quantity, requestedFor, requesterId } };
    const answer = await callOut(url, body, await callKey());
    await hearStep({ errandId: step.errandId, ...answer }, self, context);
  },
});
