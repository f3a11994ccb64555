import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, partOf, rowsOf, severalOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { ServicesField } from "../../parts/form/found-fields.tsx";
import { PersonField, TeamField } from "../../parts/form/who-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import type { CiBody } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";
import { RedundancyFields } from "./redundancy-fields.tsx";
import { configurationTexts } from "./texts.ts";

const names = configurationTexts.columns;

/** Everything that people say of a configuration item, besides its class. */
export const CiFields = ({ form }: { readonly form: Bound<CiBody> }) => (
  <SpaceBetween size="m">
    <FormPart title={texts.facts}>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", names.name)} isRequired />
        <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
        <ColumnLayout columns={2}>
          <ChoiceField
            {...textOf(form, "criticality", names.criticality)}
            choices={choicesOf(configurationTexts.criticalities)}
          />
          <TextField {...textOf(form, "environment", names.environment)} />
          <PersonField {...textOf(form, "ownerId", names.owner)} />
          <TeamField {...textOf(form, "teamId", names.team)} />
          <TextField {...textOf(form, "location", names.location)} />
          <ServicesField {...severalOf(form, "serviceIds", texts.services)} />
        </ColumnLayout>
        <ToggleField {...toggleOf(form, "restricted", texts.restricted)} />
      </SpaceBetween>
    </FormPart>
    <AttributeFields classId={form.value.classId} form={partOf(form, "attributes")} />
    <RedundancyFields rows={rowsOf(form, "redundancy")} />
  </SpaceBetween>
);
