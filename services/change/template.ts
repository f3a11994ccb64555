import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { changeFields, TemplateId } from "./change-fields.ts";
import { TaskPlan } from "./task.ts";

/**
 * The governed life of a template for standard changes (C2 of the field study). What is `redraft`ed is written
 * anew while the edition in use stays in use; `suspend` happens by itself when too many of its changes fail.
 */
export const templateLifecycle = defineLifecycle(["draft", "in_review", "approved", "suspended", "retired"], {
  propose: { from: ["draft"], to: "in_review" },
  return: { from: ["in_review"], to: "draft" },
  approve: { from: ["in_review"], to: "approved" },
  redraft: { from: ["approved", "suspended"], to: "draft" },
  suspend: { from: ["approved"], to: "suspended" },
  resume: { from: ["suspended"], to: "approved" },
  retire: { from: ["draft", "in_review", "approved", "suspended"], to: "retired" },
});

const given = {
  title: changeFields.title,
  description: changeFields.description,
  justification: changeFields.justification,
  category: changeFields.category,
  impact: changeFields.impact.unwrap().optional(),
  priority: changeFields.priority,
  serviceId: changeFields.serviceId,
  ciIds: changeFields.ciIds.unwrap().optional(),
  teamId: changeFields.teamId,
  plans: changeFields.plans.unwrap().optional(),
};
const Lockable = z.enum(Object.keys(given) as [keyof typeof given, ...(keyof typeof given)[]]);

/** What a template says; what is `locked` nobody says otherwise when they use it. */
export const TemplateFields = z
  .strictObject({
    name: ShortText,
    description: z.string().trim().min(1).max(2000).optional().describe("When to use it and when not"),
    fields: z.strictObject(given),
    locked: z
      .array(Lockable)
      .max(10)
      .default(["title", "plans"])
      .describe("Besides the service and the CIs, which are fixed where the template names them"),
    tasks: z.array(TaskPlan).max(20).default([]),
    suspendAfter: z
      .strictObject({ failed: z.number().int().min(1).max(20), of: z.number().int().min(1).max(20) })
      .default({ failed: 2, of: 10 })
      .describe("Suspended when so many of its last changes failed or were backed out"),
  })
  .refine(fitsBytes(30_000), "At most 30 kB in all");
export type TemplateFields = z.infer<typeof TemplateFields>;

const { shape } = TemplateFields;

/** What changes are made from. */
const Edition = z.object({
  edition: z.number().int(),
  fields: shape.fields,
  locked: z.array(Lockable),
  tasks: z.array(TaskPlan),
});
export type Usable = z.infer<typeof Edition>;

const Use = z.object({ changeId: z.string(), sequence: z.number().int(), failed: z.boolean() });

export const ChangeTemplate = z
  .object({
    id: TemplateId,
    ...recordFields,
    ...shape,
    locked: z.array(Lockable),
    tasks: z.array(TaskPlan),
    suspendAfter: shape.suspendAfter.unwrap(),
    state: templateLifecycle.State,
    draftedBy: z.string(),
    proposedBy: z.string().optional(),
    approvedBy: z.string().optional(),
    remark: z.string().optional().describe("Why it was returned, suspended or retired"),
    inUse: Edition.optional().describe("The approved edition, from which changes are made"),
    stopped: z.boolean().optional().describe("No change is made from the edition in use"),
    uses: z.array(Use).optional().describe("Its last changes and whether they failed, newest last"),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "ChangeTemplate" });
export type ChangeTemplate = z.infer<typeof ChangeTemplate> & RecordBase;

export const ListedTemplate = ChangeTemplate.omit({
  fields: true,
  tasks: true,
  inUse: true,
  uses: true,
}).meta({
  id: "ListedChangeTemplate",
});

/** What is authorised in advance is authorised for what it is about, besides what the template locks. */
const about = ["serviceId", "ciIds"] as const satisfies readonly (keyof Usable["fields"])[];

/** What nobody says otherwise in a change made from an edition. */
export const fixedIn = ({ locked, fields }: Usable): readonly (keyof Usable["fields"])[] => [
  ...new Set([...locked, ...about.filter((field) => (fields[field]?.length ?? 0) > 0)]),
];

/** The edition that changes may be made from now, if there is one. */
export const usableEdition = ({ state, inUse, stopped }: ChangeTemplate): Usable | undefined =>
  state === "retired" || stopped ? undefined : inUse;
