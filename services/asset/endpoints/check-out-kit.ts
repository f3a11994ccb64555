import * as z from "zod";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { AssetId, PersonId } from "../asset.ts";
import { CheckOutTogether, checkOutTogether } from "../decisions/together.ts";
import { KitId } from "../kept-ids.ts";
import { namedIn } from "../named-in.ts";
import type { AssetContext } from "../table.ts";

export const checkOutKit = endpoint({
  id: "checkOutAssetKit",
  summary: "Give a person the assets of a kit: all of them or none",
  route: "POST /asset-kits/{kitId}/check-out",
  permission: "asset:handle",
  params: z.object({ kitId: KitId }),
  body: CheckOutTogether,
  reply: z.object({ holderId: PersonId, assetIds: z.array(AssetId) }),
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ params: { kitId }, body, actor }, context: AssetContext) => {
    const found = await later(
      Promise.all([
        namedIn(body, context),
        context.kits.get(kitId),
        named(context.kits, kitId, "path.kitId"),
      ]),
    );
    const [first = "", ...others] = body.assetIds;
    await context.assets.updateTogether([first, ...others], undefined, (...assets) => {
      const [naming, kit] = found();
      return checkOutTogether(assets, body, kit, { actor, now: context.now(), named: naming });
    });
    return { holderId: body.holderId, assetIds: body.assetIds };
  },
});
