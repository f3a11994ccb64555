import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ApiProblem } from "../../api/problem.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { type Entered, enteredOf, type FieldSpec, severalOf } from "./field-spec.ts";
import {
  ChoiceField,
  ChoicesField,
  DayField,
  NumberField,
  TextAreaField,
  TextField,
  ToggleField,
} from "./form-fields.tsx";
import { PeopleField } from "./people-field.tsx";
import { PersonField, TeamField } from "./who-fields.tsx";

type Props = {
  readonly fields: readonly FieldSpec[];
  readonly entered: Entered;
  readonly onChange: (entered: Entered) => void;
  readonly missing: readonly string[];
  readonly problem: ApiProblem | undefined;
};

type One = Omit<Props, "fields"> & { readonly spec: FieldSpec };

const components = {
  text: TextField,
  paragraph: TextAreaField,
  number: NumberField,
  day: DayField,
  team: TeamField,
  person: PersonField,
} as const;

const One = ({ spec, entered, onChange, missing, problem }: One) => {
  const { name, label, hint, isRequired, kind, choices = [], initial = "" } = spec;
  const value = entered[name] ?? initial;
  const set = (next: string): void => onChange({ ...entered, [name]: next });
  const common = {
    label,
    hint,
    isRequired,
    name,
    problem,
    error: missing.includes(name) ? texts.required : undefined,
  };
  if (kind === "toggle")
    return <ToggleField {...common} value={value === "true"} onChange={(on) => set(String(on))} />;
  if (kind === "choices")
    return (
      <ChoicesField
        {...common}
        choices={choices}
        value={severalOf(value)}
        onChange={(values) => set(enteredOf(values))}
      />
    );
  if (kind === "people")
    return <PeopleField {...common} value={severalOf(value)} onChange={(values) => set(enteredOf(values))} />;
  if (kind === "choice") return <ChoiceField {...common} value={value} onChange={set} choices={choices} />;
  const Component = components[kind];
  return <Component {...common} value={value} onChange={set} />;
};

/** The fields of a small form, one below the other. */
export const SpecFields = ({ fields, ...rest }: Props) => (
  <SpaceBetween size="m">
    {fields.map((spec) => (
      <One key={spec.name} spec={spec} {...rest} />
    ))}
  </SpaceBetween>
);
