import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { changeWorkers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";

export type Template = Schemas["ChangeTemplate"];

const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };
const step = (verb: string) =>
  `POST /change-templates/{changeTemplateId}/${verb}` as Action<Template>["route"];

/** The governed life of a template: it is proposed, reviewed, approved, used, and retired. */
export const templateActions: readonly Action<Template>[] = [
  { action: "propose", text: texts.life.propose, route: step("propose"), isPrimary: true },
  {
    action: "approve",
    text: texts.life.approve,
    route: step("approve"),
    lead: texts.approveLead,
    isPrimary: true,
  },
  { action: "return", text: texts.life.return, route: step("return"), fields: [reason] },
  { action: "redraft", text: texts.life.redraft, route: step("redraft") },
  { action: "suspend", text: texts.life.suspend, route: step("suspend"), fields: [reason] },
  { action: "resume", text: texts.life.resume, route: step("resume") },
  { action: "retire", text: texts.life.retire, route: step("retire"), fields: [reason] },
];

/** Steps that whoever works with changes takes; the record's own list is for who governs them. */
const own: Readonly<Partial<Record<Template["state"], string>>> = {
  draft: "propose",
  approved: "redraft",
  suspended: "redraft",
};

/** The template with the steps that this person may take: nobody approves what they wrote or proposed. */
export const withLife = (template: Template, me: Me): Template => {
  const isOwn = template.draftedBy === me.id || template.proposedBy === me.id;
  const more = hasRole(me, ...changeWorkers) ? [own[template.state] ?? []].flat() : [];
  const actions = [...new Set([...(template.actions ?? []), ...more])];
  return { ...template, actions: actions.filter((each) => each !== "approve" || !isOwn) };
};
