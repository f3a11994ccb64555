import * as z from "zod";
import { LongText, ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { TeamId } from "./asset.ts";
import { LocationId, StockroomId } from "./kept-ids.ts";

/** A place that assets are at: a site, a building, a room, a rack. */
export const LocationFields = z.strictObject({
  name: ShortText,
  address: ShortText.optional(),
  partOf: LocationId.optional().describe("The larger place it is in"),
});
export const Location = z
  .object({ id: LocationId, ...keptFields, ...LocationFields.shape })
  .meta({ id: "AssetLocation" });
export type Location = z.infer<typeof Location> & RecordBase;

/** Where assets and consumables wait for use. */
export const StockroomFields = z.strictObject({
  name: ShortText,
  locationId: LocationId.optional(),
  teamId: TeamId.optional().describe("Team that runs it, and orders what is low"),
  instructions: LongText.optional(),
});
export const Stockroom = z
  .object({ id: StockroomId, ...keptFields, ...StockroomFields.shape })
  .meta({ id: "Stockroom" });
export type Stockroom = z.infer<typeof Stockroom> & RecordBase;
