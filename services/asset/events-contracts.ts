import * as z from "zod";
import { defineEvent, type EventType } from "../../shared/events/event-type.ts";

/** A contract as it is after the event. What it costs is not told. */
export const ContractSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  state: z.enum(["active", "expired", "cancelled"]),
  vendorId: z.string().optional(),
  startsOn: z.string(),
  endsOn: z.string(),
  teamId: z.string().optional(),
  costCenterId: z.string().optional(),
  assetIds: z.array(z.string()),
});
const ContractEvent = z.object({ contract: ContractSnapshot });
export type ContractEvent = z.infer<typeof ContractEvent>;

const event = (type: string, summary: string): EventType<ContractEvent> =>
  defineEvent({ source: "itsm.asset", type, version: 1, summary, data: ContractEvent });

export const ContractSigned = event("ContractSigned", "A contract was made.");
export const ContractChanged = event("ContractChanged", "A contract says something else now.");
export const ContractNoticeDue = event(
  "ContractNoticeDue",
  "A contract ends soon: renew it, or cancel it before it goes on by itself.",
);
export const ContractRenewed = event("ContractRenewed", "A contract goes on.");
export const ContractCancelled = event("ContractCancelled", "A contract was cancelled.");
export const ContractExpired = event("ContractExpired", "A contract has come to its end.");

export const contractEvents = [
  ContractSigned,
  ContractChanged,
  ContractNoticeDue,
  ContractRenewed,
  ContractCancelled,
  ContractExpired,
];
