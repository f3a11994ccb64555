import * as z from "zod";
import { defineEvent, type EventType } from "../../shared/events/event-type.ts";

export const AuditSnapshot = z.object({
  id: z.string(),
  name: z.string(),
  stockroomId: z.string().optional(),
  locationId: z.string().optional(),
  modelId: z.string().optional().describe("Only what is of this model is counted"),
  state: z.enum(["open", "closed", "cancelled"]),
  found: z.number().int().describe("How many were where they should be"),
  unexpected: z.array(z.string()),
  unknown: z.array(z.string()),
  missing: z.array(z.string()).optional(),
  reportsMissing: z.boolean().optional(),
});
const AuditEvent = z.object({ audit: AuditSnapshot });
export type AuditEvent = z.infer<typeof AuditEvent>;

const event = (type: string, summary: string): EventType<AuditEvent> =>
  defineEvent({ source: "itsm.asset", type, version: 1, summary, data: AuditEvent });

export const AssetAuditStarted = event("AssetAuditStarted", "Somebody began to count what is at a place.");
export const AssetAuditScanned = event("AssetAuditScanned", "More of it was scanned.");
export const AssetAuditClosed = event("AssetAuditClosed", "It is known what is there and what is missing.");
export const AssetAuditCancelled = event("AssetAuditCancelled", "The count was given up.");

export const auditEvents = [AssetAuditStarted, AssetAuditScanned, AssetAuditClosed, AssetAuditCancelled];
