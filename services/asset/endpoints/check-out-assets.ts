import * as z from "zod";
import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { named } from "../../../shared/kept/named.ts";
import { AssetId, PersonId } from "../asset.ts";
import { CheckOutTogether, checkOutTogether } from "../decisions/together.ts";
import { namedIn } from "../named-in.ts";
import type { AssetContext } from "../table.ts";

export const checkOutAssets = endpoint({
  id: "checkOutAssets",
  summary: "Give a person several assets, such as a kit: all of them or none",
  route: "POST /assets/check-out",
  permission: "asset:handle",
  body: CheckOutTogether,
  reply: z.object({ holderId: PersonId, assetIds: z.array(AssetId) }),
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ body, actor }, context: AssetContext) => {
    const found = await later(namedIn(body, context));
    const kit = await later(
      body.kitId === undefined ? Promise.resolve(undefined) : named(context.kits, body.kitId, "body.kitId"),
    );
    const [first = "", ...others] = body.assetIds;
    await context.assets.updateTogether([first, ...others], undefined, (...assets) =>
      checkOutTogether(assets, body, kit(), { actor, now: context.now(), named: found() }),
    );
    return { holderId: body.holderId, assetIds: body.assetIds };
  },
});
