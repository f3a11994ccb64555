import { isSet } from "./condition.ts";
import type { Answer, Answers, Field, FormDefinition } from "./form.ts";
import { shownFields } from "./shown-fields.ts";

/** Why an answer is not taken: `path` is the field's name. */
export type AnswerFault = { readonly path: string; readonly message: string };

const lengthFault = (
  { minLength = 0, maxLength, type, pattern }: Field,
  text: string,
): string | undefined => {
  const most = maxLength ?? (type === "long_text" ? 8000 : 200);
  if (text.length > most) return `At most ${most} characters`;
  if (text.length < minLength) return `At least ${minLength} characters`;
  return pattern !== undefined && !new RegExp(pattern.regex, "u").test(text) ? pattern.message : undefined;
};

/** As the HTML standard takes it: good enough to write to, without claiming that it is somebody's. */
const email =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().startsWith(text);

const isUrl = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

const numberFault = ({ min, max, whole }: Field, value: number): string | undefined => {
  if (whole === true && !Number.isInteger(value)) return "A whole number";
  if (min !== undefined && value < min) return `At least ${min}`;
  return max !== undefined && value > max ? `At most ${max}` : undefined;
};

const choiceFault = ({ choices = [] }: Field, chosen: readonly string[]): string | undefined => {
  if (new Set(chosen).size < chosen.length) return "Each choice once";
  return chosen.every((each) => choices.some(({ value }) => value === each))
    ? undefined
    : "Not one of the choices";
};

const textFault = (field: Field, text: string): string | undefined => {
  const { type } = field;
  if (type === "choice") return choiceFault(field, [text]);
  if (type === "date") return isDate(text) ? undefined : "A date such as 2027-03-31";
  if (type === "email" && !email.test(text)) return "A mail address";
  if (type === "url" && !isUrl(text)) return "An address that begins with https://";
  return lengthFault(field, text);
};

const kindOf = ({ type }: Field): "number" | "boolean" | "list" | "text" => {
  if (type === "number" || type === "boolean") return type;
  return type === "choices" ? "list" : "text";
};

const faultIn = (field: Field, answer: Answer): string | undefined => {
  switch (kindOf(field)) {
    case "number":
      return typeof answer === "number" ? numberFault(field, answer) : "A number";
    case "boolean":
      return typeof answer === "boolean" ? undefined : "Yes or no";
    case "list":
      return Array.isArray(answer) ? choiceFault(field, answer) : "A list of choices";
    default:
      return typeof answer === "string" ? textFault(field, answer) : "Text";
  }
};

/** Texts begin and end with something that can be read. */
const trimmed = (answer: Answer | undefined): Answer | undefined =>
  typeof answer === "string" ? answer.trim() : answer;

/** What is kept of answers: those of shown fields, and nothing that was never asked. */
export type CheckedAnswers = { readonly answers: Answers; readonly faults: readonly AnswerFault[] };

/** Checks answers whole, as when a form is sent. The same answers always give the same, on a server or in a page. */
export const checkAnswers = (form: FormDefinition, given: Answers): CheckedAnswers => {
  const said = Object.fromEntries(
    Object.entries(given).map(([key, answer]) => [key, trimmed(answer) as Answer]),
  );
  const answers: Record<string, Answer> = {};
  const faults: AnswerFault[] = [];
  for (const { field, required, answer } of shownFields(form, said)) {
    if (!isSet(answer)) {
      if (required) faults.push({ path: field.key, message: "Please answer this" });
      continue;
    }
    const message = faultIn(field, answer);
    if (message === undefined) answers[field.key] = answer;
    else faults.push({ path: field.key, message });
  }
  const known = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  for (const key of Object.keys(said))
    if (!known.has(key)) faults.push({ path: key, message: "The form does not ask this" });
  return { answers, faults };
};
