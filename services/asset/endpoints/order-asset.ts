import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenAsset } from "../asset.ts";
import { OrderAsset, order } from "../decisions/order.ts";
import { namedIn } from "../named-in.ts";
import type { AssetContext } from "../table.ts";

export const orderAsset = endpoint({
  id: "orderAsset",
  summary: "Keep an asset that is on its way from a vendor",
  route: "POST /assets",
  permission: "asset:manage",
  body: OrderAsset,
  reply: SeenAsset,
  status: 201,
  refusals: ["already_exists", "rule_violation"],
  handle: async ({ body, actor }, context: AssetContext) => {
    const named = await later(namedIn(body, context));
    return context.assets.create((id) => order(id, body, { actor, now: context.now(), named: named() }));
  },
});
