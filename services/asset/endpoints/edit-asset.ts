import { later } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenAsset } from "../asset.ts";
import { assetParams } from "../command-endpoint.ts";
import { edit } from "../decisions/edit.ts";
import { mustNotBeGuarded } from "../decisions/propose-edit.ts";
import { namedIn } from "../named-in.ts";
import { settingsId } from "../settings.ts";
import type { AssetContext } from "../table.ts";

export const editAsset = endpoint({
  id: "editAsset",
  summary: "Correct or add facts; null removes a field",
  route: "PATCH /assets/{assetId}",
  permission: "asset:manage",
  params: assetParams,
  body: edit.body,
  reply: SeenAsset,
  needsVersion: true,
  refusals: ["not_found", "already_exists", "rule_violation"],
  handle: async ({ params, body, actor, ifMatch }, context: AssetContext) => {
    const [named, settings] = await Promise.all([
      later(namedIn(body, context)),
      context.settingsRecord.get(settingsId),
    ]);
    return context.assets.update(params.assetId, ifMatch, (asset) => {
      mustNotBeGuarded(body, settings);
      return edit.decide(asset, body, { actor, now: context.now(), named: named() });
    });
  },
});
