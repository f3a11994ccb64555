import type { Projections } from "../../shared/dynamo/projections.ts";
import type { RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import type { ErrandRecord } from "../../shared/errands/errand.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import { type Kept, keptIndexes } from "../../shared/kept/kept.ts";
import { viewAsset, viewAssetEntry, viewKept, viewStock } from "./access.ts";
import type { Asset } from "./asset.ts";
import { assetEdges } from "./asset-edges.ts";
import type { AssetRequest } from "./asset-request.ts";
import type { Audit } from "./audit.ts";
import type { Contract } from "./contract.ts";
import { dueAt } from "./decisions/due.ts";
import type { Kit } from "./kit.ts";
import type { KnownCi } from "./known-ci.ts";
import type { Model } from "./model.ts";
import type { CostCenter, Vendor } from "./parties.ts";
import type { Location, Stockroom } from "./places.ts";
import type { AssetSettings } from "./settings.ts";
import type { Entitlement, Installation, Position, Seat } from "./software.ts";
import { emptyStock, type Stock, stockIdOf } from "./stock.ts";
import { requestableModels, targets, withoutCi } from "./targets.ts";
import type { Unaccounted } from "./unaccounted.ts";

export const assetTable: TableDefinition = {
  indexes: {
    keptByState: "Models, places, vendors and the like in a state, by name",
    newest: "All assets; all installations, seats and licence positions",
    byState: "Assets, contracts, entitlements, licence positions and requests in a state",
    byHolder: "Assets, seats and requests of a person, installations on a device",
    byModel: "Assets, entitlements, installations and seats of a model, models of a class of CIs",
    bySerial: "Assets with a serial number, whoever made them",
    byPlace: "Assets at a location, in a stockroom or on their way to it, by model",
    available: "What a stockroom has of a model to hand out, oldest first",
    byTarget:
      "Assets that a person has reserved, that lack a CI, of which an edit is proposed, or after which somebody is to look; contracts that cover an asset; contracts and entitlements that end soon; models that everybody may ask for",
    unused: "Allocated seats of a software model, longest unused first",
    due: "What is to be looked at next, by when",
    stock: "What a stockroom has, by model",
    lowStock: "Stock that is below its minimum",
  },
};

/** Where they are in the API, and by that in lists. */
export const paths = {
  model: "asset-models",
  location: "asset-locations",
  stockroom: "stockrooms",
  vendor: "vendors",
  costCenter: "cost-centers",
  kit: "asset-kits",
} as const;

/** What one asset alone may bear: its tag, and its serial number among those of its model. */
export const claims = {
  tag: (tag: string): string => `tag#${tag.toUpperCase()}`,
  serial: (modelId: string, serial: string): string => `serial#${modelId}#${serial.toUpperCase()}`,
} as const;

/** All that an asset claims for itself. */
export const claimsOf = ({ tag, serial, modelId }: Pick<Asset, "tag" | "serial" | "modelId">): string[] => [
  ...(tag === undefined ? [] : [claims.tag(tag)]),
  ...(serial === undefined ? [] : [claims.serial(modelId, serial)]),
];

const placeOf = ({ state, stockroomId, locationId }: Asset): string | undefined => {
  if (stockroomId !== undefined && state !== "retired") return targets.stockroom(stockroomId);
  return locationId === undefined ? undefined : targets.location(locationId);
};

/** It is here, its model says of which class its configuration item is, and there is none. */
const lacksCi = ({ ciClassId, ciId, state }: Asset): boolean =>
  ciClassId !== undefined && ciId === undefined && state !== "on_order" && state !== "retired";

export const assetRecords: RecordType<Asset> = {
  prefix: "AST",
  indexes: (asset) => {
    const { id, state, substate, createdAt, updatedAt, modelId, stockroomId, holderId, serial } = asset;
    const order = `${createdAt}#${id}`;
    const place = placeOf(asset);
    const due = dueAt(asset);
    const isAvailable = state === "in_stock" && substate === "available" && stockroomId !== undefined;
    return {
      newest: { partition: "all", order },
      byState: { partition: state, order },
      byHolder: holderId === undefined ? undefined : { partition: targets.holder(holderId), order },
      byModel: { partition: modelId, order },
      bySerial: serial === undefined ? undefined : { partition: serial.toUpperCase(), order: id },
      byPlace: place === undefined ? undefined : { partition: place, order: `${modelId}#${id}` },
      available: isAvailable
        ? { partition: stockIdOf(stockroomId, modelId), order: `${updatedAt}#${id}` }
        : undefined,
      byTarget: lacksCi(asset) ? { partition: withoutCi, order: id } : undefined,
      due: due === undefined ? undefined : { partition: "asset", order: `${due}#${id}` },
    };
  },
  edges: assetEdges,
  claims: claimsOf,
  long: ["note", "costs", "acceptance", "disposal", "proposal"],
  view: viewAsset,
  viewEntry: viewAssetEntry,
};

export const stockRecords: RecordType<Stock> = {
  prefix: "STK",
  initial: emptyStock,
  indexes: ({ id, stockroomId, isLow }) => ({
    stock: { partition: stockroomId, order: id },
    lowStock: isLow ? { partition: "low", order: id } : undefined,
  }),
  long: [],
  view: viewStock,
  viewEntry: withoutSnapshot("stock"),
};

const keptRecords = <R extends Kept>(
  prefix: string,
  path: string,
  snapshot: string,
  long: RecordType<R>["long"] = [],
): RecordType<R> => ({
  prefix,
  indexes: keptIndexes(path),
  long,
  view: viewKept,
  viewEntry: withoutSnapshot(snapshot),
});

export const modelRecords: RecordType<Model> = {
  ...keptRecords<Model>("MDL", paths.model, "model", ["acceptance"]),
  indexes: (model) => {
    const { id, state, ciClassId } = model;
    const isOfClass = state === "active" && ciClassId !== undefined;
    return {
      ...keptIndexes(paths.model)(model),
      byModel: isOfClass ? { partition: targets.ciClass(ciClassId), order: id } : undefined,
      byTarget:
        state === "active" && model.requestable === true
          ? { partition: requestableModels, order: `${model.name.toLowerCase()}#${id}` }
          : undefined,
    };
  },
};
export const locationRecords = keptRecords<Location>("LOC", paths.location, "location");
export const stockroomRecords = keptRecords<Stockroom>("STR", paths.stockroom, "stockroom", ["instructions"]);
export const vendorRecords = keptRecords<Vendor>("VND", paths.vendor, "vendor", ["note"]);
export const costCenterRecords = keptRecords<CostCenter>("CCT", paths.costCenter, "costCenter");
export const kitRecords = keptRecords<Kit>("KIT", paths.kit, "kit", ["parts"]);

/** What the handlers of this service work with. */
export type AssetContext = {
  readonly assets: Records<Asset>;
  readonly stocks: Records<Stock>;
  readonly models: Records<Model>;
  /** The same whatever the actor may see: for what everybody may ask for. */
  readonly allModels: Records<Model>;
  readonly assetRequests: Records<AssetRequest>;
  readonly locations: Records<Location>;
  readonly stockrooms: Records<Stockroom>;
  readonly vendors: Records<Vendor>;
  readonly costCenters: Records<CostCenter>;
  readonly kits: Records<Kit>;
  readonly contracts: Records<Contract>;
  readonly entitlements: Records<Entitlement>;
  readonly installations: Records<Installation>;
  readonly seats: Records<Seat>;
  readonly positions: Records<Position>;
  readonly audits: Records<Audit>;
  readonly held: Records<HeldRecord>;
  readonly settingsRecord: Records<AssetSettings>;
  readonly unaccounted: Records<Unaccounted>;
  /** The same for a second look that one event gives occasion to. */
  readonly unaccountedAgain: Records<Unaccounted>;
  readonly cis: Projections<KnownCi>;
  readonly errands: Records<ErrandRecord>;
  /** The same for one of several independent things that this request or event does. */
  readonly part: (name: string) => AssetContext;
  readonly now: () => string;
};
