import * as z from "zod";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { AssetId, PersonId } from "../asset.ts";
import { CheckOutTogether, checkOutTogether } from "../decisions/together.ts";
import { KitId, StockroomId } from "../kept-ids.ts";
import { partsOf, taken } from "../kit-parts.ts";
import { namedIn } from "../named-in.ts";
import type { AssetContext } from "../table.ts";

export const checkOutKit = endpoint({
  id: "checkOutAssetKit",
  summary: "Give a person the assets of a kit: all of them or none",
  route: "POST /asset-kits/{kitId}/check-out",
  permission: "asset:handle",
  params: z.object({ kitId: KitId }),
  body: CheckOutTogether.extend({
    stockroomId: StockroomId.optional().describe("Where the kit's consumables are taken from, if it has any"),
  }),
  reply: z.object({ holderId: PersonId, assetIds: z.array(AssetId) }),
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ params: { kitId }, body, actor }, context: AssetContext) => {
    const { stockroomId, ...handing } = body;
    const found = await later(
      Promise.all([
        namedIn(body, context),
        context.kits.get(kitId),
        named(context.kits, kitId, "path.kitId"),
      ]).then(async ([naming, kit]) => {
        const { hardware, consumables } = await partsOf(kit, context);
        const moves = await taken(consumables, stockroomId, context);
        return { naming, kit: { ...kit, parts: [...hardware] }, moves };
      }),
    );
    const [first = "", ...others] = body.assetIds;
    await context.assets.updateTogether([first, ...others], undefined, (...assets) => {
      const { naming, kit, moves } = found();
      const { stockroom: _from, ...named } = naming;
      return checkOutTogether(assets, handing, kit, { actor, now: context.now(), named }, moves);
    });
    return { holderId: body.holderId, assetIds: body.assetIds };
  },
});
