import * as z from "zod";
import type { RecordBase } from "../../shared/dynamo/record.ts";

/**
 * What may be wrong with a CI (ServiceNow's CMDB health): completeness (something required or recommended is
 * missing, nobody answers for it), correctness (tied to nothing, unseen by its sources, perhaps twice).
 */
export const checks = ["required", "recommended", "unowned", "orphan", "stale", "duplicate"] as const;

/** A finding: one of the checks, or a rule of the house that is not kept. */
export const FindingName = z
  .string()
  .regex(
    /^(required|recommended|unowned|orphan|stale|duplicate|rule\.[a-z][a-z0-9-]{1,39})$/,
    "A check or rule.<id>",
  );

export const Figures = z.object({
  cis: z.number().int().describe("CIs that are not retired"),
  sound: z.number().int().describe("Those without any finding"),
  findings: z.record(z.string(), z.number().int()).describe("CIs by finding; those without are missing"),
});
export type Figures = z.infer<typeof Figures>;

/** How good the CMDB is, as the last sweep found it. Every figure has a list behind it. */
export const Health = z
  .object({
    id: z.string(),
    version: z.number().int(),
    measuredAt: z.string().optional().describe("When the sweep was over; absent before the first one"),
    askedAt: z.string().optional().describe("When somebody asked for a sweep last"),
    total: Figures,
    classes: z.record(z.string(), Figures).describe("By class id"),
  })
  .meta({ id: "CmdbHealth" });
export type Health = z.infer<typeof Health> & RecordBase;

export const healthId = "cmdb.health";
const none: Figures = { cis: 0, sound: 0, findings: {} };
const builtAt = "2026-01-01T00:00:00.000Z";
export const noHealth: Health = {
  id: healthId,
  version: 0,
  createdAt: builtAt,
  updatedAt: builtAt,
  total: none,
  classes: {},
};

/** Figures with one more CI. */
export const counted = (figures: Figures = none, found: readonly string[]): Figures => ({
  cis: figures.cis + 1,
  sound: figures.sound + (found.length === 0 ? 1 : 0),
  findings: found.reduce<Record<string, number>>(
    (all, name) => ({ ...all, [name]: (all[name] ?? 0) + 1 }),
    figures.findings,
  ),
});
