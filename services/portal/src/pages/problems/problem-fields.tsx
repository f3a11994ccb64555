import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, numberOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { CisField, ServiceField } from "../../parts/form/found-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { problemFormTexts as texts } from "./form-texts.ts";
import type { OpenBody } from "./problem-form.ts";
import { problemTexts } from "./texts.ts";

const levels = choicesOf(problemTexts.levels);

/** What a problem is and what it is about. */
export const ProblemFields = ({ form }: { readonly form: Bound<OpenBody> }) => (
  <SpaceBetween size="m">
    <TextField {...textOf(form, "title", texts.title)} isRequired />
    <TextAreaField {...textOf(form, "description", texts.description)} rows={6} />
    <ColumnLayout columns={2}>
      <ChoiceField {...numberOf(form, "impact", texts.impact)} choices={levels} />
      <ChoiceField {...numberOf(form, "urgency", texts.urgency)} choices={levels} />
      <TextField {...textOf(form, "category", texts.category)} />
      <TextField {...textOf(form, "subcategory", texts.subcategory)} />
    </ColumnLayout>
    <ServiceField {...textOf(form, "serviceId", texts.service)} />
    <CisField {...severalOf(form, "ciIds", texts.items)} />
  </SpaceBetween>
);
