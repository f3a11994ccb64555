import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import { partTexts } from "../../texts/parts.ts";
import { changeTexts as texts } from "./texts.ts";
import { workTexts } from "./work-texts.ts";

export type Change = Schemas["Change"];
export type RiskSettings = Schemas["ChangeRiskSettings"];

const comment: FieldSpec = { name: "comment", label: texts.comment, kind: "paragraph" };
const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };
const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
const outcome: FieldSpec = {
  name: "outcome",
  label: texts.outcome,
  kind: "choice",
  isRequired: true,
  initial: "successful",
  choices: choices(texts.outcomes),
};

const at = (verb: string) => `POST /changes/{changeId}/${verb}` as Action<Change>["route"];

const questionPrefix = "answers.";
const none = { value: "", text: partTexts.none };

/** The questionnaire with the answers that were given before, and the assessor's own judgement. */
const assessFields = (settings: RiskSettings | undefined, { answers = {} }: Change): readonly FieldSpec[] => [
  ...(settings?.questions ?? []).map(({ id, text, options }): FieldSpec => {
    const isRequired = settings?.mustAnswer === true;
    return {
      name: `${questionPrefix}${id}`,
      label: text,
      kind: "choice",
      isRequired,
      initial: answers[id] ?? "",
      choices: [
        ...(isRequired ? [] : [none]),
        ...options.map(({ value, label }) => ({ value, text: label })),
      ],
    };
  }),
  {
    name: "risk",
    label: workTexts.judged,
    hint: workTexts.judgedHint,
    kind: "choice",
    choices: [none, ...choices(texts.risks)],
  },
];

/** What was entered, as the API takes it: answers by question, and what else was judged. */
export const assessBody = (entered: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const answers = Object.entries(entered).flatMap(([name, value]) =>
    name.startsWith(questionPrefix) ? [[name.slice(questionPrefix.length), value] as const] : [],
  );
  const { risk } = entered;
  return { answers: Object.fromEntries(answers), ...(risk === undefined ? {} : { risk }) };
};

const authorizing = (settings: RiskSettings | undefined): readonly Action<Change>[] => [
  { action: "submit", text: texts.actions.submit, route: at("submit"), isPrimary: true },
  {
    action: "assess",
    text: texts.actions.assess,
    route: at("assess"),
    lead: workTexts.assessLead,
    fields: (change) => assessFields(settings, change),
    body: assessBody,
    isPrimary: true,
  },
  {
    action: "approve",
    text: texts.actions.approve,
    route: at("approve"),
    fields: [comment],
    isPrimary: true,
  },
  { action: "reject", text: texts.actions.reject, route: at("reject"), fields: [comment] },
  { action: "abstain", text: workTexts.abstain, route: at("abstain"), fields: [comment] },
];

const doing: readonly Action<Change>[] = [
  { action: "start", text: texts.actions.start, route: at("start"), isPrimary: true },
  {
    action: "complete",
    text: texts.actions.complete,
    route: at("complete"),
    fields: [outcome, { name: "text", label: texts.outcomeText, kind: "paragraph" }],
    isPrimary: true,
  },
  {
    action: "review",
    text: workTexts.review,
    route: at("review"),
    fields: ({ outcome: was, review }) => [
      { ...outcome, initial: review?.outcome ?? was ?? "successful" },
      {
        name: "text",
        label: workTexts.reviewText,
        kind: "paragraph",
        isRequired: true,
        initial: review?.text ?? "",
      },
    ],
  },
  {
    action: "close",
    text: texts.actions.close,
    route: at("close"),
    fields: ({ outcome: was, review }) =>
      review !== undefined
        ? []
        : [
            { ...outcome, initial: was ?? "successful" },
            { name: "text", label: texts.learnt, kind: "paragraph" },
          ],
    body: ({ text, outcome: found }) => (text === undefined ? {} : { review: { outcome: found, text } }),
    isPrimary: true,
  },
  { action: "revise", text: texts.actions.revise, route: at("revise"), fields: [reason] },
  { action: "cancel", text: texts.actions.cancel, route: at("cancel"), fields: [reason] },
];

/** What can be done to a change, with the questions that assessing asks; the record says what of it now. */
export const changeActions = (settings: RiskSettings | undefined): readonly Action<Change>[] => [
  ...authorizing(settings),
  ...doing,
];

/** Asking for an exception from a freeze. */
export const askException: readonly Action<Change>[] = [
  {
    action: "askException",
    text: workTexts.askException,
    route: at("freeze-exception"),
    lead: workTexts.askExceptionLead,
    fields: [reason],
    isPrimary: true,
  },
];

/** Deciding on one. */
export const decideException: readonly Action<Change>[] = [
  {
    action: "rejectException",
    text: workTexts.rejectException,
    route: at("freeze-exception/reject"),
    fields: [comment],
  },
  {
    action: "approveException",
    text: workTexts.approveException,
    route: at("freeze-exception/approve"),
    fields: [comment],
    isPrimary: true,
  },
];

/** Tying it to another record. */
export const linkActions: readonly Action<Change>[] = [
  {
    action: "link",
    text: workTexts.link,
    route: at("links"),
    fields: [
      {
        name: "type",
        label: workTexts.linkType,
        kind: "choice",
        isRequired: true,
        initial: "related",
        choices: choices(workTexts.linkTypes),
      },
      {
        name: "target",
        label: workTexts.linkTarget,
        hint: workTexts.linkTargetHint,
        kind: "text",
        isRequired: true,
      },
    ],
    isPrimary: true,
  },
];
