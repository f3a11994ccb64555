import * as z from "zod";
import { Approval } from "../../shared/approvals/approval.ts";
import { ImpactStep } from "../configuration/events-impact.ts";
import { Risk } from "./change-fields.ts";

export const Reason = z.object({
  source: z.enum(["rule", "questionnaire", "judgement"]),
  risk: Risk,
  text: z.string(),
});

export const Chance = z.object({
  percent: z.number().int(),
  basis: z
    .array(
      z.object({
        of: z.string(),
        changes: z.number().int(),
        successful: z.number().int(),
        percent: z.number().int().describe("The chance with this record and those before it"),
      }),
    )
    .describe("How changes like it ended in the last year, from the general to the close"),
});

export const Impacted = z.object({
  sequence: z.number().int().describe("Version of the change that named the CIs"),
  ofCis: z.string().optional().describe("A print of these CIs: others are not what was looked at"),
  unknownCis: z.number().int().optional().describe("So many of them no CI has the id of"),
  criticality: z.enum(["high", "medium", "low"]).optional(),
  impactedCount: z.number().int(),
  serviceCount: z.number().int(),
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      criticality: z.string(),
      ownerId: z.string().optional().describe("Who answers for it"),
    }),
  ),
  countsByClass: z.record(z.string(), z.number().int()).optional().describe("Impacted CIs by class"),
  paths: z
    .array(z.array(ImpactStep))
    .optional()
    .describe("How the most critical services are reached, 5 at most"),
  assessedAt: z.iso.datetime(),
  isComplete: z.boolean(),
});

export const Suspect = z.object({
  incidentId: z.string(),
  openedAt: z.iso.datetime(),
  state: z.enum(["proposed", "confirmed", "dismissed"]),
});

export const AlertHeard = z.object({
  alertId: z.string(),
  state: z.enum(["firing", "recovered"]),
  severity: z.string(),
  summary: z.string(),
  muted: z.boolean().describe("It was expected: nobody was told of it"),
  at: z.iso.datetime().describe("Since when it is so"),
  transition: z.number().int().describe("Which of the alert's changes this is"),
});

export const Permit = z.object({
  id: z.string(),
  givenTo: z.string(),
  givenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  purpose: z.string().optional(),
  serviceId: z.string().optional(),
  voidAt: z.iso.datetime().optional().describe("Since then the change is another than it was given for"),
});

export const EvidenceKept = z.object({
  kind: z.string(),
  outcome: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  permitId: z.string(),
  at: z.iso.datetime(),
});

export const Exception = z.object({
  freezeIds: z.array(z.string()),
  from: z.iso.datetime().describe("For this window and no other"),
  to: z.iso.datetime(),
  reason: z.string(),
  state: z.enum(["asked", "granted", "refused", "expired", "void"]),
  approval: Approval,
});

export const Conflicts = z.object({
  total: z.number().int(),
  kinds: z.record(z.string(), z.number().int()),
  with: z.array(z.string()).describe("Changes, 50 at most"),
});
