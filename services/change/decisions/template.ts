import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import {
  ChangeTemplateApproved,
  ChangeTemplateDrafted,
  ChangeTemplateProposed,
  ChangeTemplateResumed,
  ChangeTemplateRetired,
  ChangeTemplateReturned,
  ChangeTemplateSuspended,
  ChangeTemplateUsed,
} from "../events-kept.ts";
import { type ChangeTemplate, type TemplateFields, templateLifecycle } from "../template.ts";

type TemplateDecision = Decision<ChangeTemplate>;

const happened = (
  event: typeof ChangeTemplateDrafted,
  template: ChangeTemplate,
  changes: Partial<ChangeTemplate>,
): TemplateDecision => {
  const { id, name, state, inUse } = { ...template, ...changes };
  return [occurred(event, { template: { id, name, state, edition: inUse?.edition } }, changes)];
};

export const draft = (id: string, fields: TemplateFields, personId: string): TemplateDecision =>
  happened(ChangeTemplateDrafted, { id } as ChangeTemplate, {
    ...fields,
    state: "draft",
    draftedBy: personId,
  });

/** What it says is written while it is a draft; whoever writes last has drafted it. */
export const rewrite = (
  template: ChangeTemplate,
  fields: TemplateFields,
  personId: string,
): TemplateDecision => {
  if (template.state !== "draft")
    throw new Refusal(
      "illegal_transition",
      `It is not written in state "${template.state}": redraft it first`,
    );
  const changes = changedFields<ChangeTemplate>(template, { description: undefined, ...fields });
  if (Object.keys(changes).length === 0) return [];
  return happened(ChangeTemplateDrafted, template, { ...changes, draftedBy: personId });
};

/** Another edition is written; the one in use stays in use, unless it is suspended. */
export const redraft = (template: ChangeTemplate, personId: string): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "redraft");
  return happened(ChangeTemplateDrafted, template, { state, draftedBy: personId, proposedBy: undefined });
};

/** Others do the work it plans; what was authorised stays as it is. */
export const reassignTemplate = (
  template: ChangeTemplate,
  changes: Partial<Pick<ChangeTemplate, "tasks" | "inUse">>,
): TemplateDecision => happened(ChangeTemplateDrafted, template, changes);

export const propose = (template: ChangeTemplate, personId: string): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "propose");
  return happened(ChangeTemplateProposed, template, { state, proposedBy: personId, remark: undefined });
};

/** Nobody approves what they have written or proposed: it will authorise every change made from it. */
export const approve = (template: ChangeTemplate, personId: string): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "approve");
  if ([template.draftedBy, template.proposedBy].includes(personId))
    throw new Refusal("rule_violation", "Who writes or proposes a template does not approve it");
  const { fields, locked, tasks, inUse } = template;
  const edition = { edition: (inUse?.edition ?? 0) + 1, fields, locked, tasks };
  const changes = { state, approvedBy: personId, inUse: edition, stopped: undefined, uses: undefined };
  return happened(ChangeTemplateApproved, template, changes);
};

export const Remark = z.strictObject({ reason: z.string().trim().min(1).max(2000) });
type Remark = z.infer<typeof Remark>;

export const returnToDraft = (template: ChangeTemplate, { reason }: Remark): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "return");
  return happened(ChangeTemplateReturned, template, { state, remark: reason });
};

export const suspend = (template: ChangeTemplate, { reason }: Remark): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "suspend");
  return happened(ChangeTemplateSuspended, template, { state, stopped: true, remark: reason });
};

/** Its failures are forgiven: they were looked at. */
export const resume = (template: ChangeTemplate): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "resume");
  return happened(ChangeTemplateResumed, template, {
    state,
    stopped: undefined,
    uses: undefined,
    remark: undefined,
  });
};

export const retire = (template: ChangeTemplate, { reason }: Remark): TemplateDecision => {
  const state = templateLifecycle.next(template.state, "retire");
  return happened(ChangeTemplateRetired, template, { state, remark: reason });
};

type Use = NonNullable<ChangeTemplate["uses"]>[number];

/**
 * What became of a change made from it, by the change's newest event. Too many failures among the last changes
 * suspend it, whether it is in use as it is or being written anew.
 */
export const countUse = (template: ChangeTemplate, use: Use): TemplateDecision => {
  const { uses = [], suspendAfter, state } = template;
  const known = uses.find(({ changeId }) => changeId === use.changeId);
  if (known && (known.sequence >= use.sequence || known.failed === use.failed)) return [];
  const others = uses.filter(({ changeId }) => changeId !== use.changeId);
  const latest = [...others, use].slice(-suspendAfter.of);
  const counted = happened(ChangeTemplateUsed, template, { uses: latest });
  const failed = latest.filter((each) => each.failed).length;
  if (failed < suspendAfter.failed || template.stopped || state === "retired") return counted;
  const remark = `${failed} of its last ${latest.length} changes failed or were backed out`;
  const after = { ...template, uses: latest };
  if (state === "approved") return [...counted, ...suspend(after, { reason: remark })];
  return [...counted, ...happened(ChangeTemplateSuspended, after, { stopped: true, remark })];
};
