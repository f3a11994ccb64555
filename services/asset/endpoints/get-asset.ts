import { endpoint } from "../../../shared/http/endpoint.ts";
import { SeenAsset } from "../asset.ts";
import { assetParams } from "../command-endpoint.ts";
import type { AssetContext } from "../table.ts";

export const getAsset = endpoint({
  id: "getAsset",
  summary: "Read an asset; its ETag is its version",
  route: "GET /assets/{assetId}",
  permission: "asset:read",
  params: assetParams,
  reply: SeenAsset,
  refusals: ["not_found"],
  handle: ({ params }, { assets }: AssetContext) => assets.get(params.assetId),
});
