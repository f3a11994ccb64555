import * as z from "zod";
import type { RecordBase } from "../../shared/dynamo/record.ts";

const Name = z.string().trim().min(1).max(100);

/** What a rule asks of an attribute or fact. What is not there keeps no rule but `present`'s. */
const Must = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("present") }),
  z.strictObject({ kind: z.literal("oneOf"), values: z.array(z.string().max(200)).min(1).max(50) }),
  z.strictObject({ kind: z.literal("noneOf"), values: z.array(z.string().max(200)).min(1).max(50) }),
  z.strictObject({ kind: z.literal("atLeast"), value: z.number() }),
  z.strictObject({ kind: z.literal("atMost"), value: z.number() }),
  z
    .strictObject({ kind: z.literal("before"), days: z.number().int().min(-36500).max(36500) })
    .describe("A date that lies so many days from now at most"),
]);

/** A rule of the house for CIs, such as that servers in production run a supported system. */
export const ComplianceRule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, "2 to 40 small letters, digits and dashes")
    .describe("Names its finding, `rule.<id>`"),
  name: Name,
  classId: Name.optional().describe("And the classes below it; otherwise all"),
  environment: Name.optional().describe("Only CIs of this environment"),
  attribute: Name.describe("An attribute, or a fact such as ownerId"),
  must: Must,
});
export type ComplianceRule = z.infer<typeof ComplianceRule>;

const everyIdOnce = (rules: readonly ComplianceRule[]): boolean =>
  new Set(rules.map(({ id }) => id)).size === rules.length;

export const ComplianceRulesFields = z.strictObject({
  rules: z.array(ComplianceRule).max(100).refine(everyIdOnce, "Two rules have the same id"),
});
export type ComplianceRulesFields = z.infer<typeof ComplianceRulesFields>;

export const complianceRulesId = "compliance.rules";
export const ComplianceRules = z
  .object({
    id: z.string(),
    version: z.number().int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    ...ComplianceRulesFields.shape,
  })
  .meta({ id: "ComplianceRules" });
export type ComplianceRules = ComplianceRulesFields & RecordBase;

const builtAt = "2026-01-01T00:00:00.000Z";
export const defaultComplianceRules: ComplianceRules = {
  id: complianceRulesId,
  version: 0,
  createdAt: builtAt,
  updatedAt: builtAt,
  rules: [],
};
