import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.asset";

/** What an event moved in the counts of a model's position; sums do not mind the order. */
export const PositionMove = z.object({
  entitled: z.number().int(),
  allocated: z.number().int(),
  used: z.number().int(),
});
export type PositionMove = z.infer<typeof PositionMove>;

/** What an installation means for the seat that it takes up. */
export const SeatMove = z.object({
  seatId: z.string(),
  unit: z.object({ kind: z.enum(["person", "device"]), id: z.string() }),
  installs: z.number().int(),
  cores: z.number().int(),
  lastUsedOn: z.string().optional(),
});
export type SeatMove = z.infer<typeof SeatMove>;

const entitlement = z.object({
  id: z.string(),
  modelId: z.string(),
  quantity: z.number(),
  endsOn: z.string().optional(),
  contractId: z.string().optional(),
  state: z.enum(["active", "ended"]),
});
const installation = z.object({
  id: z.string(),
  modelId: z.string(),
  deviceId: z.string(),
  userId: z.string().optional(),
  edition: z.string().optional(),
  cores: z.number().int(),
  lastUsedOn: z.string().optional(),
  state: z.enum(["installed", "removed"]),
});
const seat = z.object({
  id: z.string(),
  modelId: z.string(),
  unit: SeatMove.shape.unit,
  state: z.enum(["allocated", "unallocated"]),
  installs: z.number().int(),
  cores: z.number().int(),
  lastUsedOn: z.string().optional(),
});

/** Where a model stands: `over_used` says more is used than was bought. */
export const LicencePosition = z.object({
  modelId: z.string(),
  entitled: z.number().int(),
  allocated: z.number().int(),
  used: z.number().int(),
  state: z.enum(["compliant", "over_used", "under_used", "unlicensed", "unused"]),
});

export const EntitlementChanged = defineEvent({
  source,
  type: "EntitlementChanged",
  version: 1,
  summary: "Rights to use software were bought, are others now, or have ended.",
  data: z.object({ entitlement, move: PositionMove }),
});
export const EntitlementEnding = defineEvent({
  source,
  type: "EntitlementEnding",
  version: 1,
  summary: "Rights to use software end soon: buy them anew, or do without them.",
  data: z.object({ entitlement }),
});
export const InstallationChanged = defineEvent({
  source,
  type: "InstallationChanged",
  version: 1,
  summary: "Software was found on a device, is used by somebody else, or is gone.",
  data: z.object({ installation, seats: z.array(SeatMove) }),
});
export const SeatChanged = defineEvent({
  source,
  type: "SeatChanged",
  version: 1,
  summary: "A person or device was given a right, uses software, or does so no more.",
  data: z.object({ seat, move: PositionMove, reason: z.string().optional() }),
});
export const LicencePositionChanged = defineEvent({
  source,
  type: "LicencePositionChanged",
  version: 1,
  summary: "The counts of a software model are others now.",
  data: z.object({ position: LicencePosition }),
});
export const LicenceComplianceChanged = defineEvent({
  source,
  type: "LicenceComplianceChanged",
  version: 1,
  summary: "A software model is over-used, under-used or compliant, which it was not before.",
  data: z.object({ position: LicencePosition, before: LicencePosition.shape.state }),
});

export const softwareEvents = [
  EntitlementChanged,
  EntitlementEnding,
  InstallationChanged,
  SeatChanged,
  LicencePositionChanged,
  LicenceComplianceChanged,
];
