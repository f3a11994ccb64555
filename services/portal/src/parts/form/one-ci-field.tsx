import { useRead } from "../../api/use-read.ts";
import { CisField } from "./cis-field.tsx";
import type { Text } from "./form-fields.tsx";
import { RecordField } from "./record-field.tsx";

/** So little is read to learn whether the person may look for any item. */
const few = { query: { namePrefix: "a", limit: 1 } };

/** A configuration item by its name; who may not read them all chooses a service. */
export const OneCiField = (field: Text) => {
  const { problem } = useRead("GET /cis", few, { everyMs: 0 });
  if (problem !== undefined)
    return <RecordField {...field} isRequired={field.isRequired === true} of="service" />;
  return (
    <CisField
      label={field.label}
      hint={field.hint}
      error={field.error}
      value={field.value === "" ? [] : [field.value]}
      // The one chosen last takes the place of the one before it.
      onChange={(ids) => field.onChange(ids.at(-1) ?? "")}
    />
  );
};
