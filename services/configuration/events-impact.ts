import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { Criticality } from "./events.ts";

/** One step of a path: the CI it comes to, and the relation that leads there (absent on the first). */
export const ImpactStep = z.object({
  ciId: z.string(),
  name: z.string(),
  typeId: z.string().optional().describe("Type of the relation"),
  group: z.string().optional().describe("Redundancy group that does not hold any more"),
});

/** What was not looked at, and why. Absent: everything was. */
export const ImpactTruncation = z.object({
  reason: z.enum(["budget", "depth", "time"]),
  detail: z.string(),
  notFollowed: z
    .number()
    .int()
    .describe("CIs at which it ended: they, or their own neighbours, were not looked at"),
});

/** What is impacted where some CIs fail. */
export const ImpactSummary = z.object({
  ciIds: z.array(z.string()).describe("The CIs it began with"),
  services: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        criticality: Criticality,
        ownerId: z.string().optional(),
      }),
    )
    .describe("Services reached, most critical first, 50 at most"),
  serviceCount: z.number().int(),
  criticality: Criticality.optional().describe("The highest of what is impacted; absent: no CI is known"),
  impactedCount: z.number().int().describe("CIs impacted besides those it began with"),
  countsByClass: z.record(z.string(), z.number().int()),
  paths: z.array(z.array(ImpactStep)).describe("How the most critical services are reached, 10 at most"),
  unknownCiIds: z.array(z.string()).optional().describe("Named, but no CI has this id"),
  notImpactedCiIds: z.array(z.string()).optional().describe("What people said is not impacted"),
  truncated: ImpactTruncation.optional(),
  assessedAt: z.string(),
});
export type ImpactSummary = z.infer<typeof ImpactSummary>;

export const ImpactSubject = z.object({
  kind: z.enum(["incident", "change"]),
  id: z.string(),
  sequence: z.number().int().describe("Version of the record that named the CIs"),
});

export const ImpactAssessed = defineEvent({
  source: "itsm.configuration",
  type: "ImpactAssessed",
  version: 1,
  summary: "What depends on the CIs that a record names was worked out.",
  data: z.object({ subject: ImpactSubject, ...ImpactSummary.shape }),
});
