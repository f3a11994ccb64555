import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { isZone } from "../../shared/time/recurrence.ts";
import { PlanName, Risk } from "./change-fields.ts";
import { ChangeType } from "./change-type.ts";
import { ChangeRiskSettingsChanged } from "./events-kept.ts";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "A time such as `08:00`");
const Level = z.number().int().min(1).max(3);
const Count = z.number().int().min(1).max(100_000);

/** When a rule holds: everything that is named must hold. */
const When = z
  .strictObject({
    types: z.array(ChangeType).min(1).max(3).optional(),
    impacts: z.array(Level).min(1).max(3).optional(),
    categories: z.array(ShortText).min(1).max(20).optional(),
    serviceIds: z.array(ForeignId).min(1).max(50).optional(),
    criticalities: z
      .array(z.enum(["high", "medium", "low"]))
      .min(1)
      .max(3)
      .optional()
      .describe("The highest of what depends on its CIs"),
    ciCount: Count.optional().describe("So many CIs or more"),
    impactedCount: Count.optional().describe("So many CIs or more depend on its own"),
    conflicts: Count.optional().describe("So many conflicts or more"),
    successBelow: z.number().int().min(1).max(100).optional().describe("Percent, by how such changes ended"),
    freezeWithinHours: z.number().int().min(0).max(168).optional().describe("Before or after it"),
    withoutPlan: PlanName.optional(),
    hours: z
      .strictObject({
        weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7).describe("1 Monday to 7 Sunday"),
        from: Time,
        to: Time,
        timeZone: z.string().max(60).refine(isZone, "A time zone such as `Europe/Oslo`"),
      })
      .optional()
      .describe("It begins in these hours"),
  })
  .refine((when) => Object.keys(when).length > 0, "Name at least one condition");

const RiskRule = z.strictObject({ when: When, risk: Risk, reason: ShortText });
export type RiskRule = z.infer<typeof RiskRule>;

const Question = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "Such as `tested_before`"),
  text: ShortText,
  options: z
    .array(z.strictObject({ value: ShortText, label: ShortText, risk: Risk }))
    .min(2)
    .max(6),
});

/** How risk is worked out: rules on facts, and questions that people answer. The highest counts. */
export const RiskSettingsFields = z
  .strictObject({
    rules: z.array(RiskRule).max(50),
    questions: z
      .array(Question)
      .max(20)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "Each question once"),
    mustAnswer: z
      .boolean()
      .default(false)
      .describe("Every question is answered before anybody is asked to approve"),
  })
  .refine(fitsBytes(60_000), "At most 60 kB in all");
export type RiskSettingsFields = z.infer<typeof RiskSettingsFields>;

export const RiskSettings = z
  .object({ id: z.literal("change-risk-settings"), ...recordFields, ...RiskSettingsFields.shape })
  .meta({ id: "ChangeRiskSettings" });
export type RiskSettings = z.infer<typeof RiskSettings> & RecordBase;

export const riskSettingsId = "change-risk-settings";

const yesNo = (yes: Risk, no: Risk) => [
  { value: "yes", label: "Yes.", risk: yes },
  { value: "no", label: "No.", risk: no },
];

/** Common practice of the field, until somebody decides otherwise. */
export const defaultRiskSettings: RiskSettings = {
  id: riskSettingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  rules: [
    { when: { impacts: [1] }, risk: "high", reason: "Its impact is high" },
    { when: { impacts: [2] }, risk: "medium", reason: "Its impact is medium" },
    { when: { criticalities: ["high"] }, risk: "high", reason: "Something critical depends on its CIs" },
    { when: { impactedCount: 50 }, risk: "medium", reason: "50 or more CIs depend on its own" },
    { when: { ciCount: 50 }, risk: "high", reason: "It touches 50 or more CIs" },
    { when: { successBelow: 85 }, risk: "medium", reason: "Of such changes fewer than 85 % succeeded" },
    { when: { successBelow: 70 }, risk: "high", reason: "Of such changes fewer than 70 % succeeded" },
    { when: { conflicts: 1 }, risk: "medium", reason: "It collides with something as it is planned" },
    { when: { freezeWithinHours: 24 }, risk: "medium", reason: "A freeze is within a day of it" },
    { when: { withoutPlan: "backout" }, risk: "high", reason: "There is no plan to take it back" },
    { when: { types: ["emergency"] }, risk: "medium", reason: "It is done without a full assessment" },
  ],
  questions: [
    { id: "tested_before", text: "Was it tested where it does no harm?", options: yesNo("low", "high") },
    { id: "done_before", text: "Has the team done such a change before?", options: yesNo("low", "medium") },
    { id: "backout_tested", text: "Was taking it back tried?", options: yesNo("low", "medium") },
    { id: "downtime", text: "Will people notice it?", options: yesNo("medium", "low") },
  ],
  mustAnswer: false,
};

export const changeRiskSettings = (fields: RiskSettingsFields): Decision<RiskSettings> => [
  occurred(
    ChangeRiskSettingsChanged,
    { rules: fields.rules.length, questions: fields.questions.length, mustAnswer: fields.mustAnswer },
    fields,
  ),
];
