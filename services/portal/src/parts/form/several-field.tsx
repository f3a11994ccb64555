import FormField from "@cloudscape-design/components/form-field";
import Multiselect from "@cloudscape-design/components/multiselect";
import { inWords } from "../words.ts";
import type { Choice } from "./form-fields.tsx";

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
};

/** Any number of several. What is chosen already and no choice any more stays until it is taken away. */
export const SeveralField = ({ label, hint, error, choices, value, onChange }: Props) => {
  const known = choices.map(({ value: id, text, description }) => ({
    value: id,
    label: text ?? inWords(id),
    ...(description === undefined ? {} : { description }),
  }));
  const isKnown = (id: string): boolean => known.some((each) => each.value === id);
  const others = value.filter((id) => !isKnown(id)).map((id) => ({ value: id, label: id }));
  const options = [...known, ...others];
  return (
    <FormField label={label} description={hint} errorText={error} stretch>
      <Multiselect
        options={options}
        selectedOptions={options.filter((each) => value.includes(each.value))}
        filteringType={options.length > 12 ? "auto" : "none"}
        onChange={({ detail }) => onChange(detail.selectedOptions.map((each) => each.value ?? ""))}
      />
    </FormField>
  );
};
