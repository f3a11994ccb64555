import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ChoiceField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { ChoicesEditor } from "./choices-editor.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { DefaultEditor } from "./default-editor.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { FieldLimits } from "./field-limits.tsx";
import { hasChoices, isText } from "./form-body.ts";
import { formTexts as texts } from "./form-texts.ts";
import { newChoice } from "./new-rows.ts";
import type { TypedField } from "./typed-item.ts";

type Props = {
  readonly field: TypedField;
  readonly onChange: (field: TypedField) => void;
  /** The fields before it. */
  readonly before: readonly TypedField[];
};

const Rules = ({ field, onChange, before }: Props) => (
  <SpaceBetween size="m">
    <ToggleField
      label={texts.required}
      value={field.required}
      onChange={(required) => onChange({ ...field, required })}
    />
    {!field.required && (
      <ConditionEditor
        label={texts.requiredIf}
        condition={field.requiredWhen}
        onChange={(requiredWhen) => onChange({ ...field, requiredWhen })}
        fields={before}
      />
    )}
    <ConditionEditor
      label={texts.shownIf}
      condition={field.when}
      onChange={(when) => onChange({ ...field, when })}
      fields={before}
    />
  </SpaceBetween>
);

/** A field begins as another type without what only the old one knew; choices stay for when it comes back. */
const asType = (field: TypedField, type: TypedField["type"]): TypedField => ({
  ...field,
  type,
  default: [],
  choices: hasChoices(type) && field.choices.length === 0 ? [newChoice()] : field.choices,
});

/** One question of the form. */
export const FieldEditor = ({ field, onChange, before }: Props) => {
  const text = textsOf(useDesigning(), field, onChange);
  const { type } = field;
  return (
    <SpaceBetween size="m">
      <ColumnLayout columns={2}>
        <TextField {...text("label", texts.label)} isRequired />
        <ChoiceField
          {...text("type", texts.type)}
          choices={choicesOf(texts.types)}
          onChange={(next) => onChange(asType(field, next as TypedField["type"]))}
        />
      </ColumnLayout>
      <TextAreaField {...text("help", texts.help, texts.helpHint)} rows={2} />
      {hasChoices(type) && <ChoicesEditor field={field} onChange={onChange} />}
      {type === "reference" && <ChoiceField {...text("of", texts.of)} choices={choicesOf(texts.kinds)} />}
      <ColumnLayout columns={2}>
        <DefaultEditor field={field} onChange={onChange} />
        {isText(type) && (
          <ChoiceField {...text("prefill", texts.prefill)} choices={choicesOf(texts.prefills)} />
        )}
      </ColumnLayout>
      <Rules field={field} onChange={onChange} before={before} />
      <FieldLimits field={field} onChange={onChange} />
    </SpaceBetween>
  );
};
