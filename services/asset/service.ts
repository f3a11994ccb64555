import { keptLifecycle } from "../../shared/kept/kept.ts";
import { defineService } from "../../shared/service.ts";
import { assetGrants } from "./access.ts";
import { assetLifecycle } from "./asset.ts";
import { assetEndpoints } from "./asset-endpoints.ts";
import { assetRequestLifecycle } from "./asset-request.ts";
import { assetRequestEndpoints } from "./asset-request-endpoints.ts";
import { auditLifecycle } from "./audit.ts";
import { auditEndpoints } from "./audit-endpoints.ts";
import { contractLifecycle } from "./contract.ts";
import { contractEndpoints } from "./contract-endpoints.ts";
import { editApprovalEndpoints } from "./edit-approval-endpoints.ts";
import { checkOutKit } from "./endpoints/check-out-kit.ts";
import { editAsset } from "./endpoints/edit-asset.ts";
import { getAsset } from "./endpoints/get-asset.ts";
import { getAssetLabel } from "./endpoints/get-asset-label.ts";
import { getAssetValue } from "./endpoints/get-asset-value.ts";
import { getAssetWork } from "./endpoints/get-asset-work.ts";
import { listAssetHistory } from "./endpoints/list-asset-history.ts";
import { listAssets } from "./endpoints/list-assets.ts";
import { orderAsset } from "./endpoints/order-asset.ts";
import { pickKit } from "./endpoints/pick-kit.ts";
import { receiveAssets } from "./endpoints/receive-assets.ts";
import { assetChanges } from "./events.ts";
import { auditEvents } from "./events-audit.ts";
import { contractEvents } from "./events-contracts.ts";
import { AssetErrandAnswered } from "./events-errands.ts";
import { AssetHoldingsFound } from "./events-holdings.ts";
import { keptEvents } from "./events-kept.ts";
import { assetRequestEvents } from "./events-requests.ts";
import { softwareEvents } from "./events-software.ts";
import { stockEvents } from "./events-stock.ts";
import { unaccountedEvents } from "./events-unaccounted.ts";
import { installationEndpoints } from "./installation-endpoints.ts";
import { keptHere } from "./kept-endpoints.ts";
import { watchAssets } from "./schedules/watch-assets.ts";
import { watchContracts } from "./schedules/watch-contracts.ts";
import { seatEndpoints } from "./seat-endpoints.ts";
import { entitlementLifecycle, installationLifecycle, seatLifecycle } from "./software.ts";
import { softwareEndpoints } from "./software-endpoints.ts";
import { stockEndpoints } from "./stock-endpoints.ts";
import { assetChanged } from "./subscriptions/asset-changed.ts";
import { auditClosed } from "./subscriptions/audit-closed.ts";
import { ciChanged } from "./subscriptions/ci-changed.ts";
import { contractChanged } from "./subscriptions/contract-changed.ts";
import { departureAsked } from "./subscriptions/departure-asked.ts";
import { installationChanged } from "./subscriptions/installation-changed.ts";
import { modelChanged } from "./subscriptions/model-changed.ts";
import { positionMoved } from "./subscriptions/position-moved.ts";
import { requestFulfilled } from "./subscriptions/request-fulfilled.ts";
import { requestItemCancelled } from "./subscriptions/request-item-cancelled.ts";
import { requestStepAsked } from "./subscriptions/request-step-asked.ts";
import { type AssetContext, assetTable } from "./table.ts";
import { unaccountedLifecycle } from "./unaccounted.ts";
import { unaccountedEndpoints } from "./unaccounted-endpoints.ts";

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
    contract: contractLifecycle,
    entitlement: entitlementLifecycle,
    installation: installationLifecycle,
    seat: seatLifecycle,
    assetAudit: auditLifecycle,
    unaccountedCi: unaccountedLifecycle,
    assetRequest: assetRequestLifecycle,
  },
  events: [
    AssetErrandAnswered,
    ...assetChanges,
    ...stockEvents,
    ...keptEvents,
    ...contractEvents,
    ...softwareEvents,
    ...auditEvents,
    AssetHoldingsFound,
    ...unaccountedEvents,
    ...assetRequestEvents,
  ],
  endpoints: [
    orderAsset,
    receiveAssets,
    listAssets,
    getAsset,
    getAssetValue,
    getAssetWork,
    editAsset,
    listAssetHistory,
    ...assetEndpoints,
    ...stockEndpoints,
    ...keptHere,
    ...contractEndpoints,
    ...softwareEndpoints,
    ...installationEndpoints,
    ...seatEndpoints,
    ...auditEndpoints,
    ...unaccountedEndpoints,
    ...assetRequestEndpoints,
    ...editApprovalEndpoints,
    checkOutKit,
    pickKit,
    getAssetLabel,
  ],
  subscriptions: [
    requestItemCancelled,
    requestStepAsked,
    ...assetChanged,
    installationChanged,
    ...positionMoved,
    auditClosed,
    ...contractChanged,
    departureAsked,
    modelChanged,
    requestFulfilled,
    ...ciChanged,
  ],
  schedules: [watchAssets, watchContracts],
});
