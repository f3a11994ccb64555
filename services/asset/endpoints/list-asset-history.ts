import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { assetParams } from "../command-endpoint.ts";
import type { AssetContext } from "../table.ts";

export const listAssetHistory = endpoint({
  id: "listAssetHistory",
  summary: "Where an asset has been and who had it",
  route: "GET /assets/{assetId}/history",
  permission: "asset:read_all",
  params: assetParams,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { assets }: AssetContext) => assets.history(params.assetId, query),
});
