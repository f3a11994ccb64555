import type * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { Ask } from "../../shared/dynamo/query.ts";
import type { Kept } from "../../shared/kept/kept.ts";
import { type KeptKind, keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { named } from "../../shared/kept/named.ts";
import { violation } from "./decisions/command.ts";
import {
  tellOfCostCenter,
  tellOfKit,
  tellOfLocation,
  tellOfModel,
  tellOfStockroom,
  tellOfVendor,
} from "./decisions/kept.ts";
import { CostCenterId, KitId, LocationId, StockroomId, VendorId } from "./kept-ids.ts";
import { Kit, KitFields } from "./kit.ts";
import { Model, ModelFields, ModelId } from "./model.ts";
import { CostCenter, CostCenterFields, Vendor, VendorFields } from "./parties.ts";
import { Location, LocationFields, Stockroom, StockroomFields } from "./places.ts";
import { type AssetContext, paths } from "./table.ts";
import { targets } from "./targets.ts";

const endpointsOf = <R extends Kept, F extends z.ZodObject>(
  kind: Omit<KeptKind<AssetContext, R, F>, "read" | "write" | "history" | "mayWrite">,
) =>
  keptEndpoints<AssetContext, R, F>({
    ...kind,
    read: "asset:read_all",
    write: "asset:administer",
    history: "asset:read_all",
    mayWrite: () => true,
  });

/** Refuses to retire a place while something is there. */
const mustBeEmpty = async (ask: Ask, { assets }: AssetContext): Promise<void> => {
  const [first] = await assets.few(ask, 1);
  if (first !== undefined) throw new Refusal("rule_violation", `${first.id} is there`);
};

const partsMustExist = async ({ parts }: z.infer<typeof KitFields>, { models }: AssetContext) => {
  const kinds = new Set<string>();
  for (const [at, { modelId }] of parts.entries()) {
    const path = `body.parts.${at}.modelId`;
    const { kind } = await named(models, modelId, path);
    if (kind === "software") throw violation(path, `${modelId} is ${kind}`);
    kinds.add(kind);
  }
  if (!kinds.has("hardware")) throw violation("body.parts", "Consumables alone are issued from stock");
};

/** Models, places, vendors, cost centers and kits. */
export const keptHere = [
  ...endpointsOf<Model, typeof ModelFields>({
    noun: ["AssetModel", "AssetModels"],
    title: "a model of assets",
    path: paths.model,
    id: ["modelId", ModelId],
    fields: ModelFields,
    reply: Model,
    listed: Model.omit({ acceptance: true }).meta({ id: "ListedAssetModel" }),
    tell: tellOfModel,
    records: ({ models }) => models,
    check: async ({ vendorId }, { vendors }) => {
      if (vendorId !== undefined) await named(vendors, vendorId, "body.vendorId");
    },
    refusals: ["rule_violation"],
  }),
  ...endpointsOf<Location, typeof LocationFields>({
    noun: ["AssetLocation", "AssetLocations"],
    title: "a place that assets are at",
    path: paths.location,
    id: ["locationId", LocationId],
    fields: LocationFields,
    reply: Location,
    listed: Location,
    tell: tellOfLocation,
    records: ({ locations }) => locations,
    check: async ({ partOf }, { locations }) => {
      if (partOf !== undefined) await named(locations, partOf, "body.partOf");
    },
    checkMove: {
      retire: (id, context) => mustBeEmpty({ index: "byPlace", partition: targets.location(id) }, context),
    },
    refusals: ["rule_violation"],
  }),
  ...endpointsOf<Stockroom, typeof StockroomFields>({
    noun: ["Stockroom", "Stockrooms"],
    title: "a stockroom",
    path: paths.stockroom,
    id: ["stockroomId", StockroomId],
    fields: StockroomFields,
    reply: Stockroom,
    listed: Stockroom.omit({ instructions: true }).meta({ id: "ListedStockroom" }),
    tell: tellOfStockroom,
    records: ({ stockrooms }) => stockrooms,
    check: async ({ locationId }, { locations }) => {
      if (locationId !== undefined) await named(locations, locationId, "body.locationId");
    },
    checkMove: {
      retire: (id, context) => mustBeEmpty({ index: "byPlace", partition: targets.stockroom(id) }, context),
    },
    refusals: ["rule_violation"],
  }),
  ...endpointsOf<Vendor, typeof VendorFields>({
    noun: ["Vendor", "Vendors"],
    title: "a vendor",
    path: paths.vendor,
    id: ["vendorId", VendorId],
    fields: VendorFields,
    reply: Vendor,
    listed: Vendor.omit({ note: true }).meta({ id: "ListedVendor" }),
    tell: tellOfVendor,
    records: ({ vendors }) => vendors,
  }),
  ...endpointsOf<CostCenter, typeof CostCenterFields>({
    noun: ["CostCenter", "CostCenters"],
    title: "a cost center",
    path: paths.costCenter,
    id: ["costCenterId", CostCenterId],
    fields: CostCenterFields,
    reply: CostCenter,
    listed: CostCenter,
    tell: tellOfCostCenter,
    records: ({ costCenters }) => costCenters,
  }),
  ...endpointsOf<Kit, typeof KitFields>({
    noun: ["AssetKit", "AssetKits"],
    title: "a kit that is handed out together",
    path: paths.kit,
    id: ["kitId", KitId],
    fields: KitFields,
    reply: Kit,
    listed: Kit.omit({ parts: true }).meta({ id: "ListedAssetKit" }),
    tell: tellOfKit,
    records: ({ kits }) => kits,
    check: partsMustExist,
    refusals: ["rule_violation"],
  }),
];
