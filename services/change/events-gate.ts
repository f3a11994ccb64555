import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { ChangeSnapshot } from "./events.ts";

const source = "itsm.change";

export const ChangePermitIssued = defineEvent({
  source,
  type: "ChangePermitIssued",
  version: 1,
  summary: "Somebody, or a pipeline, was permitted to carry it out now. The permit itself is in no event.",
  data: z.object({
    change: ChangeSnapshot,
    permit: z.object({ id: z.string(), givenTo: z.string(), givenAt: z.string(), expiresAt: z.string() }),
  }),
});
export const ChangeEvidenceAdded = defineEvent({
  source,
  type: "ChangeEvidenceAdded",
  version: 1,
  summary: "What became of the work that a permit was for was written on it.",
  data: z.object({
    change: ChangeSnapshot,
    evidence: z.object({
      kind: z.enum(["deployment", "test", "backout", "other"]),
      outcome: z.enum(["succeeded", "failed", "rolled_back"]),
      permitId: z.string(),
      url: z.string().optional(),
    }),
  }),
});

export const ChangeAlertAttached = defineEvent({
  source,
  type: "ChangeAlertAttached",
  version: 1,
  summary: "Monitoring said something of its CIs while it was being done.",
  data: z.object({
    change: ChangeSnapshot,
    alert: z.object({
      id: z.string(),
      state: z.enum(["firing", "recovered"]),
      severity: z.string(),
      muted: z.boolean(),
    }),
  }),
});

export const gateEvents = [ChangePermitIssued, ChangeEvidenceAdded, ChangeAlertAttached];
