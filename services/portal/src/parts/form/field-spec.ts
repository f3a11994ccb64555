import type { Choice } from "./form-fields.tsx";

/** A field of a small form, such as that of an action: what it is called in the request, and how it is asked for. */
export type FieldSpec = {
  readonly name: string;
  readonly label: string;
  readonly kind:
    | "text"
    | "paragraph"
    | "choice"
    | "choices"
    | "team"
    | "person"
    | "people"
    | "number"
    | "day"
    | "toggle";
  readonly hint?: string;
  readonly isRequired?: boolean;
  readonly choices?: readonly Choice[];
  readonly initial?: string;
};

/** What was entered, by the field's name; all as text, `true` for a toggle that is on, some of several as `enteredOf` writes them. */
export type Entered = Readonly<Record<string, string>>;

/** Between some of several as they are entered: no id has it. */
const between = "\n";

/** Some of several as they are entered, one by one. */
export const severalOf = (text: string): readonly string[] => text.split(between).filter(Boolean);

/** The same the other way round. */
export const enteredOf = (several: readonly string[]): string => several.join(between);

const typed = ({ kind }: FieldSpec, text: string): unknown => {
  if (kind === "choices" || kind === "people") return severalOf(text);
  if (kind === "number") return Number(text);
  return kind === "toggle" ? text === "true" : text;
};

/** What was entered as the body of a request: empty fields are left out. */
export const bodyOfFields = (specs: readonly FieldSpec[], entered: Entered): Record<string, unknown> =>
  Object.fromEntries(
    specs
      .map((spec) => [spec, (entered[spec.name] ?? spec.initial ?? "").trim()] as const)
      .filter(([, text]) => text !== "")
      .map(([spec, text]) => [spec.name, typed(spec, text)]),
  );

/** Names of required fields that are empty. */
export const missingFields = (specs: readonly FieldSpec[], entered: Entered): readonly string[] =>
  specs
    .filter(({ isRequired, name, initial }) => isRequired && (entered[name] ?? initial ?? "").trim() === "")
    .map(({ name }) => name);
