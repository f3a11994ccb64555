import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const standing = z.object({
  id: z.string(),
  state: z.enum(["held", "returning", "ended"]),
  personId: z.string(),
  kind: z.enum(["asset", "software", "access", "other"]),
  name: z.string(),
  recordId: z.string().optional(),
});
const event = (type: string, summary: string) =>
  defineEvent({ source: "itsm.request", type, version: 1, summary, data: z.object({ standing }) });

export const StandingEntitlementBegun = event(
  "StandingEntitlementBegun",
  "A person holds what they have asked for, or goes on holding it.",
);
export const StandingEntitlementReturning = event("StandingEntitlementReturning", "It is to be given back.");
export const StandingEntitlementEnded = event("StandingEntitlementEnded", "It was given back.");

export const standingEvents = [
  StandingEntitlementBegun,
  StandingEntitlementReturning,
  StandingEntitlementEnded,
];
