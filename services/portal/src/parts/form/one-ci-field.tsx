import { useMe } from "../../session/me.ts";
import { CisField } from "./cis-field.tsx";
import type { Text } from "./form-fields.tsx";
import { RecordField } from "./record-field.tsx";

/** A configuration item by its name. Whoever works with them chooses from all, everybody else from the services. */
export const OneCiField = ({ label, hint, error, isRequired = false, value, onChange }: Text) => {
  const isWorker = useMe().roles.some((role) => role !== "employee");
  if (!isWorker)
    return (
      <RecordField
        label={label}
        hint={hint}
        error={error}
        isRequired={isRequired}
        of="service"
        value={value}
        onChange={onChange}
      />
    );
  return (
    <CisField
      label={label}
      hint={hint}
      error={error}
      value={value === "" ? [] : [value]}
      // The one chosen last takes the place of the one before it.
      onChange={(ids) => onChange(ids.at(-1) ?? "")}
    />
  );
};
