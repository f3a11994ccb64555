import Box from "@cloudscape-design/components/box";
import { NumberField, TextField } from "../../parts/form/form-fields.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { formTexts as texts } from "./form-texts.ts";
import { newChoice } from "./new-rows.ts";
import { faultAt } from "./places.ts";
import { Rows } from "./rows.tsx";
import type { TypedChoice, TypedField } from "./typed-item.ts";

type Props = { readonly field: TypedField; readonly onChange: (field: TypedField) => void };
type One = { readonly choice: TypedChoice; readonly onChange: (choice: TypedChoice) => void };

const ChoiceEditor = ({ choice, onChange }: One) => {
  const designing = useDesigning();
  const { currency, recurring } = designing.item;
  const text = textsOf(designing, choice, onChange);
  return (
    <>
      <TextField {...text("label", texts.choiceLabel)} isRequired />
      <NumberField {...text("price", texts.choicePrice(currency))} />
      {recurring !== "" && <NumberField {...text("recurring", texts.choiceRecurring(currency))} />}
    </>
  );
};

/** What there is to choose, and what it adds to the price. */
export const ChoicesEditor = ({ field, onChange }: Props) => {
  const error = faultAt(useDesigning().faults, field.uid, "choices");
  return (
    <fieldset className="section">
      <legend>
        <Box variant="awsui-key-label">{texts.choices}</Box>
      </legend>
      {error !== undefined && (
        <div role="alert">
          <Box color="text-status-error">{error}</Box>
        </div>
      )}
      <Rows
        rows={field.choices}
        onChange={(choices) => onChange({ ...field, choices })}
        nameOf={({ label }, at) => label || texts.choice(at + 1)}
        add={{ text: texts.addChoice, make: newChoice }}
        most={100}
      >
        {(choice, _, change) => <ChoiceEditor choice={choice} onChange={change} />}
      </Rows>
    </fieldset>
  );
};
