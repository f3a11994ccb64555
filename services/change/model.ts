import * as z from "zod";
import { ApprovalPolicy } from "../../shared/approvals/policy.ts";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import { occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields, type Tell } from "../../shared/kept/kept.ts";
import type { Change } from "./change.ts";
import { ModelId, PlanName } from "./change-fields.ts";
import { ChangeType } from "./change-type.ts";
import { ChangeModelChanged } from "./events-kept.ts";
import { TaskPlan } from "./task.ts";

/** What a model may ask to be said before a change goes on. */
const RequiredField = z.enum([
  "description",
  "justification",
  "category",
  "serviceId",
  "ciIds",
  "teamId",
  "assigneeId",
  "priority",
]);

/**
 * A change model (ITIL 4): how changes of a kind are handled. What must be said, planned and approved is data;
 * the state path is that of the type.
 */
export const ModelFields = z.strictObject({
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  type: ChangeType,
  requiredFields: z.array(RequiredField).max(8).default([]).describe("Said before it is submitted"),
  requiredPlans: z.array(PlanName).max(4).default([]).describe("There before anybody is asked to approve it"),
  tasks: z
    .array(TaskPlan)
    .max(20)
    .refine(fitsBytes(20_000), "At most 20 kB in all")
    .default([])
    .describe("Work that every change of the model begins with"),
  approval: ApprovalPolicy.default({ steps: [] }).describe(
    "Who approves a change of it; where nobody is named, a change manager, as without a model",
  ),
  review: z
    .enum(["always", "when_not_successful", "never"])
    .default("when_not_successful")
    .describe("When a post-implementation review comes before it is closed"),
});
export type ModelFields = z.infer<typeof ModelFields>;

export const ChangeModel = z
  .object({ id: ModelId, ...keptFields, ...ModelFields.shape })
  .meta({ id: "ChangeModel" });
export type ChangeModel = z.infer<typeof ChangeModel> & RecordBase;

export const tellOfModel: Tell<ChangeModel> = ({ id, name, state, type }, changes) =>
  occurred(ChangeModelChanged, { model: { id, name, type, retired: state === "retired" } }, changes);

/** What a change without a model of its own follows. */
export type Model = Omit<ModelFields, "name" | "description">;

const authority = (name: string, remindHours: number, expiresHours: number) => ({
  name,
  approvers: [{ kind: "role" as const, id: "change-manager" }],
  rule: { kind: "any" as const },
  oneRejectionEnds: false,
  remindHours,
  expiresHours,
});

const day = 24;

/** By type, as is common practice: a change manager is the change authority, plans come before approval. */
export const usualModels: Readonly<Record<ChangeType, Model>> = {
  normal: {
    type: "normal",
    requiredFields: [],
    requiredPlans: ["implementation", "test", "backout", "communication"],
    tasks: [],
    approval: { steps: [authority("Change authority", day, 14 * day)] },
    review: "when_not_successful",
  },
  emergency: {
    type: "emergency",
    requiredFields: ["justification"],
    requiredPlans: ["backout"],
    tasks: [],
    approval: { steps: [authority("Emergency change authority", 1, day)] },
    review: "always",
  },
  standard: {
    type: "standard",
    requiredFields: [],
    requiredPlans: [],
    tasks: [],
    approval: { steps: [] },
    review: "when_not_successful",
  },
};

/** What is still missing of what the model asks for, as places of the record. */
export const missingFields = (
  { requiredFields }: Pick<Model, "requiredFields">,
  change: Partial<Change>,
): string[] =>
  requiredFields.filter((field) => {
    const value = change[field];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });

export const missingPlans = (
  { requiredPlans }: Pick<Model, "requiredPlans">,
  { plans }: Pick<Change, "plans">,
): string[] => requiredPlans.filter((name) => plans[name] === undefined);
