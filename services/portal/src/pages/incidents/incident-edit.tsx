import SpaceBetween from "@cloudscape-design/components/space-between";
import { CisField } from "../../parts/form/cis-field.tsx";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { EditDialog } from "../../parts/record/edit-dialog.tsx";
import type { useEditing } from "../../parts/record/use-editing.ts";
import type { Incident } from "./incident.ts";
import { choicesOf } from "./incident-actions.ts";
import { incidentTexts as texts } from "./texts.ts";

const levels = choicesOf({ 1: texts.levels[1] ?? "", 2: texts.levels[2] ?? "", 3: texts.levels[3] ?? "" });

export type IncidentEditProps = { readonly editing: ReturnType<typeof useEditing<Incident>> };

const Form = ({ editing }: IncidentEditProps) => {
  const { yours, change, problem } = editing;
  const text = (name: string, label: string) => ({
    name,
    label,
    problem,
    value: String(yours[name] ?? ""),
    onChange: (value: string) => change({ ...yours, [name]: value === "" ? null : value }),
  });
  const level = (name: string, label: string) => ({
    ...text(name, label),
    choices: levels,
    onChange: (value: string) => change({ ...yours, [name]: Number(value) }),
  });
  return (
    <SpaceBetween size="m">
      <TextField {...text("title", texts.columns.title)} isRequired />
      <TextAreaField {...text("description", texts.description)} />
      <ChoiceField {...level("impact", texts.impact)} />
      <ChoiceField {...level("urgency", texts.urgency)} />
      <TextField {...text("category", texts.category)} />
      <TextField {...text("subcategory", texts.subcategory)} />
      <TextField {...text("location", texts.location)} />
      <RecordField {...text("serviceId", texts.service)} of="service" />
      <CisField
        label={texts.impactTitle}
        name="ciIds"
        problem={problem}
        value={[yours.ciIds ?? []].flat().map(String)}
        onChange={(ciIds) => change({ ...yours, ciIds })}
      />
    </SpaceBetween>
  );
};

/** Corrects an incident, together with whoever else is doing so. */
export const IncidentEdit = ({ editing }: IncidentEditProps) => (
  <EditDialog title={texts.edit} editing={editing}>
    <Form editing={editing} />
  </EditDialog>
);
