import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, partOf, rowsOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, ChoicesField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import type { Policy } from "./policy.ts";
import { PolicyFields } from "./policy-fields.tsx";
import { TaskPlanFields } from "./task-plan-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";

export type ModelBody = BodyOf<"POST /change-models">;

/** Everything that a model says. */
export const ModelFields = ({ form }: { readonly form: Bound<ModelBody> }) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <TextAreaField {...textOf(form, "description", texts.description)} rows={2} />
        <ColumnLayout columns={2}>
          <ChoiceField {...textOf(form, "type", texts.type)} choices={choicesOf(texts.types)} isRequired />
          <ChoiceField {...textOf(form, "review", texts.review)} choices={choicesOf(texts.reviews)} />
          <ChoicesField
            {...severalOf(form, "requiredFields", texts.requiredFields)}
            choices={choicesOf(texts.fieldsOfChange)}
          />
          <ChoicesField
            {...severalOf(form, "requiredPlans", texts.requiredPlans)}
            choices={choicesOf(texts.plans)}
          />
        </ColumnLayout>
      </SpaceBetween>
    </Container>
    <PolicyFields
      title={texts.approval}
      lead={texts.approvalLead}
      form={partOf(form, "approval") as Bound<Policy>}
    />
    <TaskPlanFields rows={rowsOf(form, "tasks")} />
  </SpaceBetween>
);
