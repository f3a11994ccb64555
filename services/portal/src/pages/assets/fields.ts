import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Choice } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { actionTexts as texts } from "./action-texts.ts";

type Named = { readonly id: string; readonly name: string };

/** Where assets can go. */
export type Places = { readonly stockrooms: readonly Named[]; readonly locations: readonly Named[] };

const named = (items: readonly Named[]): readonly Choice[] =>
  items.map(({ id, name }) => ({ value: id, text: name }));

export const stockroomField = ({ stockrooms }: Places): FieldSpec => ({
  name: "stockroomId",
  label: texts.stockroom,
  kind: "choice",
  isRequired: true,
  choices: named(stockrooms),
});

export const locationField = ({ locations }: Places, isRequired: boolean): FieldSpec => ({
  name: "locationId",
  label: texts.place,
  kind: "choice",
  isRequired,
  choices: named(locations),
});

export const personField = (name: string, isRequired: boolean): FieldSpec => ({
  name,
  label: texts.person,
  kind: "person",
  isRequired,
});

export const conditionField = (choices: readonly Choice[], initial = choices[0]?.value): FieldSpec => ({
  name: "substate",
  label: texts.condition,
  kind: "choice",
  isRequired: true,
  choices,
  ...(initial === undefined ? {} : { initial }),
});

export const costFields = (currency: string): readonly FieldSpec[] => [
  {
    name: "kind",
    label: texts.kind,
    kind: "choice",
    isRequired: true,
    choices: choicesOf(texts.kinds),
    initial: "repair",
  },
  { name: "amount", label: texts.amount, kind: "number", isRequired: true },
  { name: "currency", label: texts.currency, kind: "text", isRequired: true, initial: currency },
  { name: "note", label: texts.note, kind: "text" },
];

export const disposalFields: readonly FieldSpec[] = [
  { name: "how", label: texts.how, kind: "choice", isRequired: true, choices: choicesOf(texts.hows) },
  { name: "certificate", label: texts.certificate, kind: "text", isRequired: true },
  { name: "wiped", label: texts.wiped, kind: "choice", isRequired: true, choices: choicesOf(texts.wipes) },
  { name: "wipeEvidence", label: texts.evidence, kind: "text" },
  { name: "recipient", label: texts.recipient, kind: "text" },
];
