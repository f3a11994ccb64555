import type { Choice, Field, FormDefinition } from "../../../../../shared/forms/form.ts";
import { moneyOf } from "../../parts/money.ts";
import { conditionBody, type Names, nameOf, numberOf } from "./condition-body.ts";
import type { TypedChoice, TypedField, TypedItem } from "./typed-item.ts";

/** Without what was left empty. */
export const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined | ""> } =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  ) as never;

/** An amount as it is typed, in the minor unit. */
export const amountOf = (text: string, currency: string): number | undefined => {
  const amount = numberOf(text);
  return amount === undefined ? undefined : (moneyOf(amount, currency)?.amount ?? Math.round(amount * 100));
};

const choiceBody = (
  { uid, label, price, recurring }: TypedChoice,
  names: Names,
  currency: string,
): Choice => ({
  value: nameOf(names, uid),
  label: label.trim(),
  ...given({ price: amountOf(price, currency), recurring: amountOf(recurring, currency) }),
});

export const hasChoices = (type: Field["type"]): boolean => type === "choice" || type === "choices";

/** Those whose answer is a text that may be held against a length and a pattern. */
export const isText = (type: Field["type"]): boolean =>
  ["text", "long_text", "email", "url", "reference"].includes(type);

const defaultBody = ({ type, default: values }: TypedField, names: Names): Field["default"] => {
  const [first] = values;
  if (first === undefined || first === "") return undefined;
  if (type === "choices") return values.map((each) => nameOf(names, each));
  if (type === "boolean") return first === "true";
  return type === "number" ? Number(first) : nameOf(names, first);
};

const patternBody = ({ regex, message }: TypedField): Field["pattern"] =>
  regex === "" ? undefined : { regex, message: message.trim() };

/** What has a sense for the field's type. */
const limitsBody = (field: TypedField): Partial<Field> => {
  const { type, min, max, whole, minLength, maxLength } = field;
  if (type === "number")
    return { ...given({ min: numberOf(min), max: numberOf(max) }), ...(whole ? { whole } : {}) };
  if (!isText(type)) return {};
  return given({
    minLength: numberOf(minLength),
    maxLength: numberOf(maxLength),
    pattern: patternBody(field),
  });
};

const fieldBody = (field: TypedField, names: Names, currency: string): Field => {
  const { uid, label, type, help, required, choices, of } = field;
  return {
    key: nameOf(names, uid),
    label: label.trim(),
    type,
    ...given({
      help: help.trim(),
      requiredWhen: required ? undefined : conditionBody(field.requiredWhen, names),
      when: conditionBody(field.when, names),
      default: defaultBody(field, names),
      prefill: isText(type) ? (field.prefill as Field["prefill"]) : undefined,
      of: type === "reference" ? of : undefined,
    }),
    ...(required ? { required } : {}),
    ...limitsBody(field),
    ...(hasChoices(type) ? { choices: choices.map((each) => choiceBody(each, names, currency)) } : {}),
  };
};

/** The form as it is typed, as the API takes it and as it is drawn: row by row, also what is not whole yet. */
export const formBody = ({ form, currency }: TypedItem, names: Names): FormDefinition => ({
  sections: form.sections.map(({ uid, title, help, when, fields }) => ({
    key: nameOf(names, uid),
    title: title.trim(),
    ...given({ help: help.trim(), when: conditionBody(when, names) }),
    fields: fields.map((field) => fieldBody(field, names, currency)),
  })),
});
