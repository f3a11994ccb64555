import * as z from "zod";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { type Asset, AssetFields, assetLifecycle, Serial, Tag } from "../asset.ts";
import { AssetOrdered, AssetReceived, AssetStocked } from "../events.ts";
import { StockroomId } from "../kept-ids.ts";
import { type Model, ModelId } from "../model.ts";
import { after, type Circumstances, command, happened, inRoom, violation } from "./command.ts";
import { lastDayOfMonths } from "./days.ts";

export const OrderAsset = AssetFields.extend({ modelId: ModelId.describe("Hardware that is to come") });

/** What an asset has of its model. */
const ofModel = ({ id, name, manufacturer, kind, ciClassId }: Model): Partial<Asset> => ({
  modelId: id,
  modelName: name,
  manufacturer,
  kind,
  ciClassId,
});

/** Software is counted by licences and consumables by number: neither has assets of its own. */
const mustBeTracked = (model: Model | undefined): Model => {
  if (model?.kind === "hardware") return model;
  throw violation("body.modelId", `Assets are of hardware models; ${model?.id} is ${model?.kind}`);
};

const warrantyOf = (fields: Partial<AssetFields>, model: Model, today: string): string | undefined => {
  if (fields.warrantyEndsOn !== undefined) return fields.warrantyEndsOn;
  const from = fields.purchasedOn ?? today;
  return model.warrantyMonths === undefined ? undefined : lastDayOfMonths(from, model.warrantyMonths);
};

const begun = (id: string, fields: Partial<AssetFields>, on: Circumstances): Asset => {
  const model = mustBeTracked(on.named.model);
  return {
    ...fields,
    ...ofModel(model),
    id,
    name: fields.name ?? model.name,
    currency: fields.purchase?.currency,
    warrantyEndsOn: warrantyOf(fields, model, on.now.slice(0, 10)),
    reservations: [],
    costs: [],
  } as unknown as Asset;
};

/** A new asset that is on its way from the vendor. */
export const order = (
  id: string,
  { modelId: _model, ...fields }: z.output<typeof OrderAsset>,
  on: Circumstances,
): Decision<Asset> => {
  const { id: _id, ...changes } = begun(id, fields, on);
  return [happened(AssetOrdered, { id } as Asset, { ...changes, state: "on_order", substate: "none" })];
};

const putAway = (asset: Asset, on: Circumstances): Decision<Asset> => {
  if (on.named.stockroom === undefined) return [];
  const state = assetLifecycle.next(asset.state, "stock");
  return [happened(AssetStocked, asset, { state, substate: "available", ...inRoom(on.named.stockroom) })];
};

/** The goods are here: what was ordered gets its serial number, and its place in a stockroom where one is named. */
export const receive = command({
  body: z.strictObject({
    tag: Tag.optional(),
    serial: Serial.optional(),
    stockroomId: StockroomId.optional().describe("Put away there; absent: it waits at the gate"),
  }),
  decide: (asset, { tag = asset.tag, serial = asset.serial }, on) => {
    const state = assetLifecycle.next(asset.state, "receive");
    const received = [happened(AssetReceived, asset, { state, substate: "none", tag, serial })];
    return [...received, ...putAway(after(asset, received), on)];
  },
});

/** The same for what was never ordered here: it begins with its arrival. */
export const arrive = (id: string, fields: Partial<AssetFields>, on: Circumstances): Decision<Asset> => {
  const { id: _id, ...changes } = begun(id, fields, on);
  const state = "received" as const;
  const received = [happened(AssetReceived, { id } as Asset, { ...changes, state, substate: "none" })];
  return [...received, ...putAway(after({ id } as Asset, received), on)];
};
