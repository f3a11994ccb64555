import { subscription } from "../../../shared/events/subscription.ts";
import { claimOf } from "../asset-request.ts";
import { fulfil } from "../decisions/ask-for.ts";
import { AssetCheckedOut } from "../events.ts";
import type { AssetContext } from "../table.ts";

export const requestFulfilled = subscription({
  id: "request-fulfilled",
  summary: "Who asked for an asset and was given one of that model has been answered.",
  event: AssetCheckedOut,
  where: { asset: { holderId: [{ exists: true }] } },
  handle: async ({ meta, data: { asset } }, { assetRequests }: AssetContext) => {
    if (asset.holderId === undefined) return;
    const { holderId: personId, modelId } = asset;
    const id = await assetRequests.holder(claimOf({ personId, modelId }));
    if (id === undefined) return;
    await assetRequests.update(id, undefined, (request) => fulfil(request, asset.id, meta.occurredAt));
  },
});
