import * as z from "zod";
import { defineEvent, type EventType } from "../../shared/events/event-type.ts";

const UnaccountedEvent = z.object({
  finding: z.object({
    id: z.string(),
    ciId: z.string(),
    ciName: z.string(),
    classId: z.string(),
    state: z.enum(["open", "settled", "dismissed"]),
  }),
});
export type UnaccountedEvent = z.infer<typeof UnaccountedEvent>;

const event = (type: string, summary: string): EventType<UnaccountedEvent> =>
  defineEvent({ source: "itsm.asset", type, version: 1, summary, data: UnaccountedEvent });

export const UnaccountedCiFound = event(
  "UnaccountedCiFound",
  "A configuration item is known of a class that assets are kept of, and no asset is it.",
);
export const UnaccountedCiSettled = event("UnaccountedCiSettled", "It has an asset now, or is no more.");
export const UnaccountedCiDismissed = event(
  "UnaccountedCiDismissed",
  "Somebody says that it needs no asset.",
);

export const unaccountedEvents = [UnaccountedCiFound, UnaccountedCiSettled, UnaccountedCiDismissed];
