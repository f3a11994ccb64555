import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { partTexts as texts } from "../../texts/parts.ts";
import { TextField } from "./form-fields.tsx";
import { type RecordKind, useRecords } from "./record-kinds.ts";

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  /** What kind of record is chosen; of others the number is typed. */
  readonly of: RecordKind;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** Chooses a record by its name; who may not list such records types its number. */
export const RecordField = ({ of, ...field }: Props) => {
  const { label, hint, error, isRequired = false, value, onChange } = field;
  const records = useRecords(of);
  if (records.problem !== undefined) return <TextField {...field} />;
  const listed = records.choices.map(({ id, name }) => ({ value: id, label: name, description: id }));
  const isListed = value === "" || listed.some((each) => each.value === value);
  const none = { value: "", label: texts.none };
  const options = [...(isRequired ? [] : [none]), ...(isListed ? [] : [{ value, label: value }]), ...listed];
  const status = records.hasMore ? "pending" : "finished";
  return (
    <FormField label={label} description={hint} errorText={error} stretch>
      <Select
        options={options}
        selectedOption={options.find((each) => each.value === value && value !== "") ?? null}
        placeholder={texts.none}
        filteringType="auto"
        filteringAriaLabel={texts.search}
        filteringClearAriaLabel={texts.clearSearch}
        statusType={records.isLoading ? "loading" : status}
        loadingText={texts.loading}
        ariaRequired={isRequired}
        onLoadItems={() => {
          if (records.hasMore) void records.more();
        }}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? "")}
      />
    </FormField>
  );
};
