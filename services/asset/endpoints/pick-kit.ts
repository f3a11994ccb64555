import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { AssetId } from "../asset.ts";
import { KitId, StockroomId } from "../kept-ids.ts";
import { inStock, partsOf } from "../kit-parts.ts";
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
    consumables: z
      .array(z.object({ modelId: ModelId, quantity: z.number().int() }))
      .describe("To be taken from the stockroom with them"),
    lacking: z.array(z.object({ modelId: ModelId, quantity: z.number().int() })),
  }),
  safe: true,
  refusals: ["not_found", "rule_violation"],
  handle: async ({ params, body: { stockroomId } }, context: AssetContext) => {
    const { kits, stockrooms, assets } = context;
    const { hardware, consumables } = await partsOf(await kits.get(params.kitId), context);
    await named(stockrooms, stockroomId, "body.stockroomId");
    const counted = await inStock(consumables, stockroomId, context);
    const picked = await Promise.all(
      hardware.map(async ({ modelId, quantity }) => {
        const found = await assets.few(
          { index: "available", partition: stockIdOf(stockroomId, modelId) },
          quantity,
        );
        return { modelId, quantity: quantity - found.length, ids: found.map(({ id }) => id) };
      }),
    );
    return {
      assetIds: picked.flatMap(({ ids }) => ids),
      consumables: counted.map(({ modelId, quantity, lacking }) => ({
        modelId,
        quantity: quantity - lacking,
      })),
      lacking: [...picked, ...counted.map(({ modelId, lacking }) => ({ modelId, quantity: lacking }))]
        .filter(({ quantity }) => quantity > 0)
        .map(({ modelId, quantity }) => ({ modelId, quantity })),
    };
  },
});
