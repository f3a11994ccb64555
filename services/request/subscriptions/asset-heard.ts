import { subscription } from "../../../shared/events/subscription.ts";
import { AssetAccepted, AssetDeclined, AssetReturned } from "../../asset/events.ts";
import type { RequestContext } from "../context.ts";
import { hearStep } from "../hear-step.ts";

/** What the holder of an asset does ends the step that waits for it. */
const heard = [
  { event: AssetAccepted, id: "asset-accepted", outcome: "done" as const },
  { event: AssetDeclined, id: "asset-declined", outcome: "failed" as const },
  { event: AssetReturned, id: "asset-returned", outcome: "done" as const },
];

export const assetHeard = heard.map(({ event, id, outcome }) =>
  subscription({
    id,
    summary: "A person took over or brought back what was asked for: the step that waits for it is over.",
    event,
    where: { asset: { errandId: [{ exists: true }] } },
    handle: async ({ meta, data: { asset } }, context: RequestContext) => {
      const { id: recordId, errandId } = asset;
      if (errandId === undefined) return;
      const text = outcome === "failed" ? `${asset.name} was not accepted` : undefined;
      await hearStep({ errandId, outcome, recordId, text }, meta.actor.id, context);
    },
  }),
);
