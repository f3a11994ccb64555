import { serviceActor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { createErrand } from "../../../shared/errands/errand.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { RequestStepAsked } from "../../request/events-steps.ts";
import type { ChangeContext } from "../context.ts";
import { OpenChange, openChange } from "../decisions/open.ts";
import { ChangeErrandAnswered } from "../events-errands.ts";
import { usableEdition } from "../template.ts";

export const requestStepAsked = subscription({
  id: "request-step-asked",
  summary: "Opens the standard change that a request's fulfilment asks for, in the name of who asked.",
  event: RequestStepAsked,
  where: { step: { kind: ["open_change"] } },
  handle: async ({ data: { item, step } }, context: ChangeContext) => {
    if (step.kind !== "open_change" || step.templateId === undefined) return;
    const { templates, settings, now } = context;
    const { errandId, templateId, title } = step;
    const errand = createErrand((name) => context.part(name).errands, ChangeErrandAnswered, errandId);
    try {
      const template = usableEdition(await templates.get(templateId));
      if (template === undefined)
        throw new Refusal("rule_violation", `${templateId} is not approved, or it is suspended or retired`);
      const isLocked = template.locked.includes("title");
      const body = OpenChange.parse({
        ...(isLocked ? {} : { title }),
        templateId,
        requesterId: item.requesterId,
        links: [{ type: "request", target: errandId }],
      });
      const on = {
        actor: { ...serviceActor("change"), id: item.requesterId },
        now: now(),
        settings: await settings(),
      };
      const { id } = await context.part("open").changes.create((id) => openChange(id, body, on, template));
      await errand.answer({ outcome: "waiting", recordId: id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const text = error.code === "not_found" ? `There is no template ${templateId}` : error.message;
      await errand.answer({ outcome: "failed", text });
    }
  },
});
