import { occurred } from "../../../shared/dynamo/record.ts";
import { type Tell, tellWhole } from "../../../shared/kept/kept.ts";
import {
  AssetModelChanged,
  CostCenterChanged,
  KitChanged,
  LocationChanged,
  StockroomChanged,
  VendorChanged,
} from "../events-kept.ts";
import type { Kit } from "../kit.ts";
import type { Model } from "../model.ts";
import type { CostCenter, Vendor } from "../parties.ts";
import type { Location, Stockroom } from "../places.ts";

export const tellOfModel: Tell<Model> = ({ id, name, state, kind, ciClassId, metric }, changes) =>
  occurred(AssetModelChanged, { model: { id, name, state, kind, ciClassId, metric } }, changes);

export const tellOfLocation: Tell<Location> = tellWhole(LocationChanged as never, "location");
export const tellOfStockroom: Tell<Stockroom> = tellWhole(StockroomChanged as never, "stockroom");
export const tellOfVendor: Tell<Vendor> = tellWhole(VendorChanged as never, "vendor");
export const tellOfCostCenter: Tell<CostCenter> = tellWhole(CostCenterChanged as never, "costCenter");
export const tellOfKit: Tell<Kit> = tellWhole(KitChanged as never, "kit");
