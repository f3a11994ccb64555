import { subscription } from "../../../shared/events/subscription.ts";
import { AssetAccepted, AssetDeclined, AssetReturned } from "../../asset/events.ts";
import type { RequestContext } from "../context.ts";
import { hearStep } from "../hear-step.ts";

const handOver = "hand_over_asset";
/**
 * What the holder of an asset does ends the step that waits for it: an asset keeps the name of its step, so
 * what comes back is not handed over, and what is accepted is not given back.
 */
const heard = [
  { event: AssetAccepted, id: "asset-accepted", answers: [["done", handOver]] },
  { event: AssetDeclined, id: "asset-declined", answers: [["failed", handOver, "was not accepted"]] },
  {
    event: AssetReturned,
    id: "asset-returned",
    answers: [
      ["done", "return_asset"],
      ["failed", handOver, "came back before it was accepted"],
    ],
  },
] as const;

export const assetHeard = heard.map(({ event, id, answers }) =>
  subscription({
    id,
    summary: "A person took over or brought back what was asked for: the step that waits for it is over.",
    event,
    where: { asset: { errandId: [{ exists: true }] } },
    handle: async ({ meta, data: { asset } }, context: RequestContext) => {
      const { id: recordId, errandId } = asset;
      if (errandId === undefined) return;
      for (const [outcome, ofKind, why] of answers) {
        const text = why === undefined ? undefined : `${asset.name} ${why}`;
        const answer = { errandId, ofKind, outcome, recordId, text };
        await hearStep(answer, meta.actor.id, context.part(ofKind));
      }
    },
  }),
);
