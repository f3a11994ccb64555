import { serviceActor } from "../../shared/access/actor.ts";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import { partOf } from "../../shared/dynamo/part-of.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { errandRecords } from "../../shared/errands/errand.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { assetRequestRecords } from "./asset-request-table.ts";
import { ciProjection } from "./known-ci.ts";
import { assetService } from "./service.ts";
import { defaultSettings } from "./settings.ts";
import {
  auditRecords,
  contractRecords,
  entitlementRecords,
  installationRecords,
  positionRecords,
  seatRecords,
  unaccountedRecords,
} from "./software-table.ts";
import {
  type AssetContext,
  assetRecords,
  costCenterRecords,
  kitRecords,
  locationRecords,
  modelRecords,
  stockRecords,
  stockroomRecords,
  vendorRecords,
} from "./table.ts";

const connect = (scope: Scope): AssetContext => ({
  assets: createRecords(assetRecords, scope),
  stocks: createRecords(stockRecords, scope),
  models: createRecords(modelRecords, scope),
  allModels: createRecords(modelRecords, { ...scope, actor: serviceActor("asset") }),
  assetRequests: createRecords(assetRequestRecords, scope),
  locations: createRecords(locationRecords, scope),
  stockrooms: createRecords(stockroomRecords, scope),
  vendors: createRecords(vendorRecords, scope),
  costCenters: createRecords(costCenterRecords, scope),
  kits: createRecords(kitRecords, scope),
  contracts: createRecords(contractRecords, scope),
  entitlements: createRecords(entitlementRecords, scope),
  installations: createRecords(installationRecords, scope),
  seats: createRecords(seatRecords, scope),
  positions: createRecords(positionRecords, scope),
  audits: createRecords(auditRecords, scope),
  settingsRecord: createRecords(onlyRecord(defaultSettings), scope),
  held: createRecords(heldRecords, scope),
  unaccounted: createRecords(unaccountedRecords, scope),
  unaccountedAgain: createRecords(unaccountedRecords, partOf(scope, "again")),
  cis: createProjections(ciProjection, scope),
  errands: createRecords(errandRecords, scope),
  part: (name) => connect(partOf(scope, name)),
  now: () => scope.clock.now().toISOString(),
});

export const { api, consumer, timer } = createFunctions(assetService, connect);
