import { isSet } from "./condition.ts";
import type { Answer, Answers, Field, FormDefinition } from "./form.ts";
import { shownFields } from "./shown-fields.ts";

const labelOf = ({ choices = [] }: Field, value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;

const textOf = (field: Field, answer: Answer): string => {
  if (Array.isArray(answer)) return answer.map((value) => labelOf(field, value)).join(", ");
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  return typeof answer === "string" ? labelOf(field, answer) : String(answer);
};

/** Answers as people read them, in the form's order, for who was not there when the form was filled in. */
export const readableAnswers = (
  form: FormDefinition,
  answers: Answers,
): { readonly label: string; readonly text: string }[] =>
  shownFields(form, answers).flatMap(({ field, answer }) =>
    isSet(answer) ? [{ label: field.label, text: textOf(field, answer) }] : [],
  );
