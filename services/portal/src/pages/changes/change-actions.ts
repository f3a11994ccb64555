import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import { changeTexts as texts } from "./texts.ts";

export type Change = Schemas["Change"];

const comment: FieldSpec = { name: "comment", label: texts.comment, kind: "paragraph" };
const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };
const outcome: FieldSpec = {
  name: "outcome",
  label: texts.outcome,
  kind: "choice",
  isRequired: true,
  initial: "successful",
  choices: Object.entries(texts.outcomes).map(([value, text]) => ({ value, text })),
};

const at = (verb: string) => `POST /changes/{changeId}/${verb}` as Action<Change>["route"];

/** What can be done to a change; the record says what of it now. */
export const changeActions: readonly Action<Change>[] = [
  { action: "submit", text: texts.actions.submit, route: at("submit"), isPrimary: true },
  { action: "assess", text: texts.actions.assess, route: at("assess"), isPrimary: true },
  {
    action: "approve",
    text: texts.actions.approve,
    route: at("approve"),
    fields: [comment],
    isPrimary: true,
  },
  { action: "reject", text: texts.actions.reject, route: at("reject"), fields: [comment] },
  { action: "start", text: texts.actions.start, route: at("start"), isPrimary: true },
  {
    action: "complete",
    text: texts.actions.complete,
    route: at("complete"),
    fields: [outcome, { name: "text", label: texts.outcomeText, kind: "paragraph" }],
    isPrimary: true,
  },
  {
    action: "close",
    text: texts.actions.close,
    route: at("close"),
    fields: ({ outcome: was }) => [
      { ...outcome, initial: was ?? "successful" },
      { name: "text", label: texts.learnt, kind: "paragraph" },
    ],
    body: ({ text, outcome: found }) => (text === undefined ? {} : { review: { outcome: found, text } }),
    isPrimary: true,
  },
  { action: "revise", text: texts.actions.revise, route: at("revise"), fields: [reason] },
  { action: "cancel", text: texts.actions.cancel, route: at("cancel"), fields: [reason] },
];
