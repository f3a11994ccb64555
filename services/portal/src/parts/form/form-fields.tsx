import DateInput from "@cloudscape-design/components/date-input";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Multiselect from "@cloudscape-design/components/multiselect";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import Toggle from "@cloudscape-design/components/toggle";
import { violationOf } from "../../api/plain-words.ts";
import type { ApiProblem } from "../../api/problem.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { inWords } from "../words.ts";

/** A choice; without a text its value is put in words. */
export type Choice = { readonly value: string; readonly text?: string; readonly description?: string };

type Field = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isRequired?: boolean | undefined;
  /** Name of the field in the request's body: what the API says about it shows here. */
  readonly name?: string;
  readonly problem?: ApiProblem | undefined;
  /** What the page itself found wrong. */
  readonly error?: string | undefined;
};

export type Text = Field & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
};

const errorOf = ({ error, name, problem }: Field): string | undefined =>
  error ?? (name === undefined ? undefined : violationOf(problem, name));

/** The frame around a control: label, hint, and what is wrong with it. */
export const frame = (field: Field) => ({
  label: field.label,
  description: field.hint,
  errorText: errorOf(field),
  stretch: true,
});

/** One line of text. */
export const TextField = (field: Text) => (
  <FormField {...frame(field)}>
    <Input
      value={field.value}
      onChange={({ detail }) => field.onChange(detail.value)}
      ariaRequired={field.isRequired === true}
      placeholder={field.placeholder ?? ""}
      autoFocus={field.autoFocus === true}
    />
  </FormField>
);

/** Several lines of text. */
export const TextAreaField = ({ rows = 4, ...field }: Text & { readonly rows?: number }) => (
  <FormField {...frame(field)}>
    <Textarea
      value={field.value}
      rows={rows}
      onChange={({ detail }) => field.onChange(detail.value)}
      ariaRequired={field.isRequired === true}
      placeholder={field.placeholder ?? ""}
    />
  </FormField>
);

/** A whole or decimal number, as text while it is typed. */
export const NumberField = (field: Text) => (
  <FormField {...frame(field)}>
    <Input
      type="number"
      inputMode="decimal"
      value={field.value}
      onChange={({ detail }) => field.onChange(detail.value)}
      ariaRequired={field.isRequired === true}
    />
  </FormField>
);

/** A day, `2026-03-31`. */
export const DayField = (field: Text) => (
  <FormField {...frame(field)} constraintText="YYYY-MM-DD">
    <DateInput
      value={field.value.replaceAll("-", "/")}
      placeholder="YYYY/MM/DD"
      onChange={({ detail }) => field.onChange(detail.value.replaceAll("/", "-"))}
    />
  </FormField>
);

export type Chosen = Text & { readonly choices: readonly Choice[] };

const optionsOf = (choices: readonly Choice[]) =>
  choices.map(({ value, text, description }) => ({
    value,
    label: text ?? inWords(value),
    ...(description === undefined ? {} : { description }),
  }));

/** One of several. */
export const ChoiceField = ({ choices, ...field }: Chosen) => {
  const options = optionsOf(choices);
  return (
    <FormField {...frame(field)}>
      <Select
        options={options}
        selectedOption={options.find(({ value }) => value === field.value) ?? null}
        filteringType={options.length > 12 ? "auto" : "none"}
        placeholder={field.placeholder ?? ""}
        ariaRequired={field.isRequired === true}
        onChange={({ detail }) => field.onChange(detail.selectedOption.value ?? "")}
      />
    </FormField>
  );
};

type ChosenSome = Field & {
  readonly value: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly choices: readonly Choice[];
};

/** Some of several, or none. What is chosen already and no choice any more stays until it is taken away. */
export const ChoicesField = ({ choices, value: chosen, onChange, ...field }: ChosenSome) => {
  const known = optionsOf(choices);
  const others = chosen.filter((id) => known.every(({ value }) => value !== id));
  const options = [...known, ...others.map((id) => ({ value: id, label: id }))];
  return (
    <FormField {...frame(field)}>
      <Multiselect
        options={options}
        selectedOptions={options.filter(({ value }) => chosen.includes(value))}
        deselectAriaLabel={({ label = "" }) => texts.removeChoice(label)}
        filteringType={options.length > 12 ? "auto" : "none"}
        onChange={({ detail }) => onChange(detail.selectedOptions.map(({ value = "" }) => value))}
      />
    </FormField>
  );
};

type Switched = Field & { readonly value: boolean; readonly onChange: (value: boolean) => void };

/** Yes or no. */
export const ToggleField = (field: Switched) => (
  <FormField {...frame({ ...field, label: "" })}>
    <Toggle checked={field.value} onChange={({ detail }) => field.onChange(detail.checked)}>
      {field.label}
    </Toggle>
  </FormField>
);
