import * as z from "zod";
import { defineEvent, type EventType } from "../../shared/events/event-type.ts";

/** A request as it is after the event; why somebody asks is for those who answer. */
const AssetRequestEvent = z.object({
  request: z.object({
    id: z.string(),
    modelId: z.string(),
    personId: z.string(),
    requesterId: z.string(),
    state: z.enum(["open", "fulfilled", "declined", "withdrawn"]),
    until: z.string().optional(),
    assetId: z.string().optional(),
  }),
});
export type AssetRequestEvent = z.infer<typeof AssetRequestEvent>;

const event = (type: string, summary: string): EventType<AssetRequestEvent> =>
  defineEvent({ source: "itsm.asset", type, version: 1, summary, data: AssetRequestEvent });

export const AssetRequested = event("AssetRequested", "Somebody asks for an asset of a model.");
export const AssetRequestFulfilled = event("AssetRequestFulfilled", "They have one now.");
export const AssetRequestDeclined = event("AssetRequestDeclined", "They do not get one, and were told why.");
export const AssetRequestWithdrawn = event("AssetRequestWithdrawn", "They do not need it any more.");

export const assetRequestEvents = [
  AssetRequested,
  AssetRequestFulfilled,
  AssetRequestDeclined,
  AssetRequestWithdrawn,
];
