import * as z from "zod";
import { defineEvent, type EventType } from "../../shared/events/event-type.ts";

const source = "itsm.asset";

/** An asset as it is after the event: a consumer that keeps the highest `meta.sequence` per asset is right. */
export const AssetSnapshot = z.object({
  id: z.string(),
  tag: z.string().optional(),
  serial: z.string().optional(),
  name: z.string(),
  modelId: z.string(),
  modelName: z.string().optional(),
  manufacturer: z.string().optional(),
  kind: z.string().describe("What its model is: `hardware` for what is tracked one by one"),
  ciClassId: z
    .string()
    .optional()
    .describe("Class of the configuration item that an asset of its model has; absent: it has none"),
  ciId: z.string().optional().describe("Its configuration item, once configuration management has one"),
  state: z.enum([
    "on_order",
    "received",
    "in_stock",
    "in_transit",
    "in_use",
    "in_maintenance",
    "missing",
    "retired",
  ]),
  substate: z.string().describe("Reason or condition within the state, such as `defective`; `none` without"),
  holderId: z.string().optional().describe("Person who has it"),
  locationId: z.string().optional(),
  location: z.string().optional().describe("Name of the location"),
  stockroomId: z.string().optional().describe("Where it is in stock, or where it is on its way to"),
  ownerTeamId: z.string().optional(),
  costCenterId: z.string().optional(),
  expectedReturnAt: z.string().optional(),
  isLoan: z.boolean().optional(),
  warrantyEndsOn: z.string().optional(),
  errandId: z
    .string()
    .optional()
    .describe("The step of a request by which its holder got it, or gives it back"),
});
export type AssetSnapshot = z.infer<typeof AssetSnapshot>;

/**
 * What the event moved in or out of stock, as entries of the stock's ledger: they add up to the same counts in
 * whatever order they come.
 */
export const StockMove = z.object({
  stockId: z.string(),
  onHand: z.number().int(),
  available: z.number().int(),
});
export type StockMove = z.infer<typeof StockMove>;

const AssetEvent = z.object({ asset: AssetSnapshot, moves: z.array(StockMove).optional() });
export type AssetEvent = z.infer<typeof AssetEvent>;

const event = (type: string, summary: string): EventType<AssetEvent> =>
  defineEvent({ source, type, version: 1, summary, data: AssetEvent });

export const AssetOrdered = event("AssetOrdered", "An asset was ordered; it is not here yet.");
export const AssetReceived = event("AssetReceived", "An asset has arrived and was accepted.");
export const AssetStocked = event("AssetStocked", "An asset was put into a stockroom.");
export const AssetSetAside = event("AssetSetAside", "An asset is in stock for another reason than before.");
export const AssetSent = event("AssetSent", "An asset is on its way to another stockroom.");
export const AssetDeployed = event("AssetDeployed", "An asset is in use at a place.");
export const AssetCheckedOut = event("AssetCheckedOut", "A person has taken over an asset.");
export const AssetAccepted = event("AssetAccepted", "The holder confirmed having the asset, on its terms.");
export const AssetDeclined = event("AssetDeclined", "The holder says not to have it, or not on its terms.");
export const AssetAcceptanceReminded = event(
  "AssetAcceptanceReminded",
  "The holder has not said yet whether they have an asset, and is asked again.",
);
export const AssetReturnRequested = event("AssetReturnRequested", "The holder was asked to bring it back.");
export const AssetReturnOverdue = event("AssetReturnOverdue", "An asset was not brought back in time.");
export const AssetReturned = event("AssetReturned", "An asset came back into stock.");
export const AssetMoved = event("AssetMoved", "An asset in use is at another place, or with another person.");
export const AssetSentForRepair = event("AssetSentForRepair", "An asset is being repaired or maintained.");
export const AssetRepaired = event("AssetRepaired", "An asset is in use again after maintenance.");
export const AssetReportedMissing = event("AssetReportedMissing", "Nobody knows where an asset is.");
export const AssetRecovered = event("AssetRecovered", "A missing asset was found.");
export const AssetSeen = event("AssetSeen", "An audit found an asset where it should be.");
export const AssetReserved = event("AssetReserved", "An asset was promised to somebody for a time to come.");
export const AssetReservationEnded = event("AssetReservationEnded", "A reservation was cancelled or used.");
export const AssetRetired = event("AssetRetired", "An asset is out of service for good.");
export const AssetDisposed = event("AssetDisposed", "A retired asset has left, with evidence of how.");
export const AssetUpdated = event("AssetUpdated", "Facts of an asset were corrected or added.");
export const AssetEditProposed = event(
  "AssetEditProposed",
  "Its facts should be others; another one decides.",
);
export const AssetEditApproved = event("AssetEditApproved", "Its facts become what was proposed.");
export const AssetEditRejected = event("AssetEditRejected", "Its facts stay: what was proposed is void.");
export const AssetCostAdded = event(
  "AssetCostAdded",
  "An asset has cost something, or brought something in.",
);
export const AssetWarrantyEnding = event("AssetWarrantyEnding", "The warranty of an asset ends soon.");

/** Every event after which an asset may be another one to a subscriber. */
export const assetChanges = [
  AssetOrdered,
  AssetReceived,
  AssetStocked,
  AssetSetAside,
  AssetSent,
  AssetDeployed,
  AssetCheckedOut,
  AssetAccepted,
  AssetDeclined,
  AssetAcceptanceReminded,
  AssetReturnRequested,
  AssetReturnOverdue,
  AssetReturned,
  AssetMoved,
  AssetSentForRepair,
  AssetRepaired,
  AssetReportedMissing,
  AssetRecovered,
  AssetSeen,
  AssetReserved,
  AssetReservationEnded,
  AssetRetired,
  AssetDisposed,
  AssetUpdated,
  AssetEditProposed,
  AssetEditApproved,
  AssetEditRejected,
  AssetCostAdded,
  AssetWarrantyEnding,
] as const;
