import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { assetParams } from "../command-endpoint.ts";
import type { AssetContext } from "../table.ts";
import { targets } from "../targets.ts";
import { AssetValue, assetValueOn } from "../value.ts";

/** Few cover one asset at a time; those of former years count, too. */
const mostContracts = 50;

export const getAssetValue = endpoint({
  id: "getAssetValue",
  summary: "What an asset is worth on a day, year by year, and what it has cost over its life",
  route: "GET /assets/{assetId}/value",
  permission: "asset:read_costs",
  params: assetParams,
  query: z.strictObject({ on: z.iso.date().optional().describe("Today unless given") }),
  reply: AssetValue,
  refusals: ["not_found"],
  handle: async ({ params, query: { on } }, { assets, models, contracts, now }: AssetContext) => {
    const asset = await assets.get(params.assetId);
    const ask = { index: "byTarget", partition: targets.covers(asset.id), edges: true };
    const [{ depreciation }, covered] = await Promise.all([
      models.get(asset.modelId),
      contracts.few(ask, mostContracts),
    ]);
    // One that covers it no more may be found for a moment.
    const covering = covered.filter(({ assetIds }) => assetIds.includes(asset.id));
    return assetValueOn(asset, depreciation, on ?? now().slice(0, 10), covering);
  },
});
