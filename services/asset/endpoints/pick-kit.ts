import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { AssetId } from "../asset.ts";
import { KitId, StockroomId } from "../kept-ids.ts";
import { ModelId } from "../model.ts";
import { stockIdOf } from "../stock.ts";
import type { AssetContext } from "../table.ts";

export const pickKit = endpoint({
  id: "pickAssetKit",
  summary: "Which assets of a stockroom make up a kit, longest there first, and what it lacks",
  route: "POST /asset-kits/{kitId}/pick",
  permission: "asset:handle",
  params: z.object({ kitId: KitId }),
  body: z.strictObject({ stockroomId: StockroomId }),
  reply: z.object({
    assetIds: z.array(AssetId).describe("To be checked out together"),
    lacking: z.array(z.object({ modelId: ModelId, quantity: z.number().int() })),
  }),
  safe: true,
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params, body: { stockroomId } }, { kits, stockrooms, assets }: AssetContext) => {
    const { parts } = await kits.get(params.kitId);
    await named(stockrooms, stockroomId, "body.stockroomId");
    const picked = await Promise.all(
      parts.map(async ({ modelId, quantity }) => {
        const found = await assets.few(
          { index: "available", partition: stockIdOf(stockroomId, modelId) },
          quantity,
        );
        return { modelId, quantity: quantity - found.length, ids: found.map(({ id }) => id) };
      }),
    );
    return {
      assetIds: picked.flatMap(({ ids }) => ids),
      lacking: picked
        .filter(({ quantity }) => quantity > 0)
        .map(({ modelId, quantity }) => ({ modelId, quantity })),
    };
  },
});
