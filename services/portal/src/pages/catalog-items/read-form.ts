import type { Field, FormDefinition } from "../../../../../shared/forms/form.ts";
import { amountText } from "../../parts/money.ts";
import { newField } from "./new-rows.ts";
import { type Known, typedCondition } from "./read-condition.ts";
import type { TypedChoice, TypedField, TypedSection } from "./typed-item.ts";

const text = (value: string | number | undefined): string => String(value ?? "");

const choiceOf = (
  { value, label, price, recurring }: NonNullable<Field["choices"]>[number],
  uid: string,
  currency: string,
): TypedChoice => ({
  uid,
  value,
  label,
  price: price === undefined ? "" : amountText({ amount: price, currency }),
  recurring: recurring === undefined ? "" : amountText({ amount: recurring, currency }),
});

const defaultOf = (field: Field, choices: readonly TypedChoice[]): readonly string[] =>
  [field.default ?? []]
    .flat()
    .map((each) => choices.find(({ value }) => value === each)?.uid ?? String(each));

const fieldOf = (field: Field, uid: string, known: Known, currency: string): TypedField => {
  const { key, label, type, required = false, whole = false, pattern } = field;
  const choices = (field.choices ?? []).map((each, at) => choiceOf(each, `${uid}c${at}`, currency));
  return {
    ...newField(),
    ...{ uid, key, label, type, required, whole, choices },
    help: text(field.help),
    requiredWhen: typedCondition(field.requiredWhen, `${uid}r`, known),
    when: typedCondition(field.when, `${uid}w`, known),
    default: defaultOf(field, choices),
    prefill: text(field.prefill),
    min: text(field.min),
    max: text(field.max),
    minLength: text(field.minLength),
    maxLength: text(field.maxLength),
    regex: text(pattern?.regex),
    message: text(pattern?.message),
    of: text(field.of),
  };
};

/** A form as it is typed, and its fields by their names, for what refers to them. */
export const typedForm = ({ sections }: FormDefinition, currency: string) => {
  const known = new Map<string, TypedField>();
  const typed = sections.map((section, s): TypedSection => {
    const uid = `#s${s}`;
    const { key, title, help } = section;
    const when = typedCondition(section.when, `${uid}w`, known);
    const fields = section.fields.map((field, f) => {
      const read = fieldOf(field, `${uid}f${f}`, known, currency);
      known.set(field.key, read);
      return read;
    });
    return { uid, key, title, help: text(help), when, fields };
  });
  return { form: { sections: typed }, known };
};
