import { serviceActor } from "../../../shared/access/actor.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { AssetErrandAnswered } from "../../asset/events-errands.ts";
import { ChangeErrandAnswered } from "../../change/events-errands.ts";
import type { RequestContext } from "../context.ts";
import { hearStep } from "../hear-step.ts";

const self = serviceActor("request").id;

/** What became of a step that another service was asked to do. */
export const errandAnswered = [AssetErrandAnswered, ChangeErrandAnswered].map((event) =>
  subscription({
    id: `${event.source.split(".").at(-1)}-errand-answered`,
    summary: "A step that another service was asked to do is done, waits for something, or failed.",
    event,
    where: { errand: { outcome: ["waiting", "done", "failed"] } },
    handle: ({ data: { errand } }, context: RequestContext) => hearStep(errand, self, context),
  }),
);
