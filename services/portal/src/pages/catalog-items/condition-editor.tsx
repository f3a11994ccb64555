import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ChoiceField } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { formTexts as texts } from "./form-texts.ts";
import { newTest } from "./new-rows.ts";
import { Rows } from "./rows.tsx";
import { TestEditor } from "./test-editor.tsx";
import type { TypedCondition, TypedField } from "./typed-item.ts";

type Props = {
  readonly label: string;
  readonly condition: TypedCondition;
  readonly onChange: (condition: TypedCondition) => void;
  /** The fields that it may ask about: those that come before. */
  readonly fields: readonly TypedField[];
};

/** When something holds: no condition means always. */
export const ConditionEditor = ({ label, condition, onChange, fields }: Props) => {
  const { mode, tests } = condition;
  const [first] = fields;
  return (
    <fieldset className="section">
      <legend>
        <Box variant="awsui-key-label">{label}</Box>
      </legend>
      <SpaceBetween size="xs">
        {tests.length === 0 && (
          <Box color="text-body-secondary">{first === undefined ? texts.noEarlier : texts.always}</Box>
        )}
        {tests.length > 1 && (
          <ChoiceField
            label={texts.mode}
            choices={choicesOf(texts.modes)}
            value={mode}
            onChange={(next) => onChange({ ...condition, mode: next as "all" })}
          />
        )}
        <Rows
          rows={tests}
          onChange={(next) => onChange({ ...condition, tests: next })}
          nameOf={(_, at) => `${label}: ${texts.test(at + 1)}`}
          add={{
            text: tests.length === 0 ? texts.addCondition : texts.addTest,
            make: () => newTest(fields.at(-1)?.uid ?? ""),
            isDisabled: first === undefined,
          }}
          most={10}
        >
          {(test, _, change) => <TestEditor test={test} onChange={change} fields={fields} />}
        </Rows>
      </SpaceBetween>
    </fieldset>
  );
};
