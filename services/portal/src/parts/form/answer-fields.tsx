import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Answer, Answers, FormDefinition } from "../../../../../shared/forms/form.ts";
import { type ShownField, shownFields } from "../../../../../shared/forms/shown-fields.ts";
import { moneyText } from "../money.ts";
import {
  ChoiceField,
  ChoicesField,
  DayField,
  NumberField,
  TextAreaField,
  TextField,
  ToggleField,
} from "./form-fields.tsx";
import { OneCiField } from "./one-ci-field.tsx";
import { RecordField } from "./record-field.tsx";
import { isRecordKind } from "./record-kinds.ts";
import { PersonField } from "./who-fields.tsx";

type Props = {
  readonly form: FormDefinition;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  /** What is wrong, by the field's key. */
  readonly faults: Readonly<Record<string, string>>;
  /** Currency of what choices add. */
  readonly currency?: string | undefined;
};

type OneProps = Omit<Props, "form"> & { readonly shown: ShownField };

const without = (answers: Answers, key: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));

const choicesOf = ({ field: { choices = [] } }: ShownField, currency: string | undefined) =>
  choices.map(({ value, label, price }) => ({
    value,
    text: label,
    ...(price === undefined || currency === undefined
      ? {}
      : { description: `+ ${moneyText({ amount: price, currency })}` }),
  }));

const texts = { text: TextField, email: TextField, url: TextField, reference: TextField } as const;

const componentOf = (type: string) => {
  if (type === "long_text") return TextAreaField;
  if (type === "number") return NumberField;
  return type === "date" ? DayField : texts.text;
};

const One = (props: OneProps) => {
  const { shown, answers, onChange, faults, currency } = props;
  const { field, answer, required } = shown;
  const set = (next: Answer | undefined): void =>
    onChange(next === undefined ? without(answers, field.key) : { ...answers, [field.key]: next });
  const common = {
    label: field.label,
    hint: field.help,
    isRequired: required,
    error: faults[field.key],
  };
  if (field.type === "choices")
    return (
      <ChoicesField
        {...common}
        choices={choicesOf(shown, currency)}
        value={Array.isArray(answer) ? answer : []}
        onChange={(values) => set(values.length === 0 ? undefined : [...values])}
      />
    );
  if (field.type === "boolean") return <ToggleField {...common} value={answer === true} onChange={set} />;
  const text = {
    ...common,
    value: answer === undefined ? "" : String(answer),
    onChange: (value: string) =>
      set(value === "" ? undefined : field.type === "number" ? Number(value) : value),
  };
  if (field.type === "choice") return <ChoiceField {...text} choices={choicesOf(shown, currency)} />;
  if (field.type === "reference" && isRecordKind(field.of)) return <RecordField {...text} of={field.of} />;
  if (field.type === "reference" && field.of === "person") return <PersonField {...text} />;
  if (field.type === "reference" && field.of === "ci") return <OneCiField {...text} />;
  const Component = componentOf(field.type);
  return <Component {...text} />;
};

/**
 * A form that is data (`shared/forms`): shows the fields that the answers so far call for, section by section. The same
 * functions decide on the server what is shown, so both always agree.
 */
export const AnswerFields = ({ form, ...rest }: Props) => {
  const shown = shownFields(form, rest.answers);
  return (
    <SpaceBetween size="l">
      {form.sections
        .map((section) => ({ section, fields: shown.filter((each) => each.section === section.key) }))
        .filter(({ fields }) => fields.length > 0)
        .map(({ section, fields }) => (
          <fieldset className="section" key={section.key}>
            <legend>
              <Box variant="h3">{section.title}</Box>
            </legend>
            <SpaceBetween size="m">
              {section.help !== undefined && <Box color="text-body-secondary">{section.help}</Box>}
              {fields.map((each) => (
                <One key={each.field.key} shown={each} {...rest} />
              ))}
            </SpaceBetween>
          </fieldset>
        ))}
    </SpaceBetween>
  );
};
