import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { assetGrants } from "./access.ts";
import { assetLifecycle } from "./asset.ts";
import { assetEndpoints } from "./asset-endpoints.ts";
import { editAsset } from "./endpoints/edit-asset.ts";
import { getAsset } from "./endpoints/get-asset.ts";
import { getAssetValue } from "./endpoints/get-asset-value.ts";
import { listAssetHistory } from "./endpoints/list-asset-history.ts";
import { listAssets } from "./endpoints/list-assets.ts";
import { orderAsset } from "./endpoints/order-asset.ts";
import { receiveAssets } from "./endpoints/receive-assets.ts";
import { assetChanges } from "./events.ts";
import { keptEvents } from "./events-kept.ts";
import { stockEvents } from "./events-stock.ts";
import { keptHere } from "./kept-endpoints.ts";
import { watchAssets } from "./schedules/watch-assets.ts";
import { stockEndpoints } from "./stock-endpoints.ts";
import { assetChanged } from "./subscriptions/asset-changed.ts";
import { type AssetContext, assetTable } from "./table.ts";

export const assetService = defineService<AssetContext>({
  name: "asset",
  title: "IT asset management",
  summary: "Accounts for what the organization owns and pays for, from purchase to disposal.",
  table: assetTable,
  grants: assetGrants,
  lifecycles: {
    asset: assetLifecycle,
    assetModel: keptLifecycle,
    assetLocation: keptLifecycle,
    stockroom: keptLifecycle,
    vendor: keptLifecycle,
    costCenter: keptLifecycle,
    assetKit: keptLifecycle,
  },
  events: [...assetChanges, ...stockEvents, ...keptEvents],
  endpoints: [
    orderAsset,
    receiveAssets,
    listAssets,
    getAsset,
    getAssetValue,
    editAsset,
    listAssetHistory,
    ...assetEndpoints,
    ...stockEndpoints,
    ...keptHere,
  ],
  subscriptions: assetChanged,
  schedules: [watchAssets],
});
