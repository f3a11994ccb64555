import Alert from "@cloudscape-design/components/alert";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, numberOf, partOf, rowsOf, severalOf, textOf } from "../../parts/form/bound.ts";
import {
  ChoiceField,
  ChoicesField,
  NumberField,
  TextAreaField,
  TextField,
} from "../../parts/form/form-fields.tsx";
import { CisField, ServiceField } from "../../parts/form/found-fields.tsx";
import { TeamField } from "../../parts/form/who-fields.tsx";
import { partTexts } from "../../texts/parts.ts";
import { changeFormTexts } from "../changes/form-texts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { TaskPlanFields } from "./task-plan-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";

export type TemplateBody = BodyOf<"POST /change-templates">;
type Given = TemplateBody["fields"];
type Plans = NonNullable<Given["plans"]>;
type SuspendAfter = NonNullable<TemplateBody["suspendAfter"]>;

const plans = ["implementation", "test", "backout", "communication"] as const;
const none = { value: "", text: partTexts.none };

const WhatItSays = ({ form }: { readonly form: Bound<Given> }) => (
  <Container
    header={
      <Header variant="h2" description={texts.saysLead}>
        {texts.says}
      </Header>
    }
  >
    <SpaceBetween size="m">
      <TextField {...textOf(form, "title", changeFormTexts.title)} isRequired />
      <TextAreaField {...textOf(form, "description", changeFormTexts.description)} rows={3} />
      <TextAreaField {...textOf(form, "justification", changeFormTexts.justification)} rows={2} />
      <ColumnLayout columns={3}>
        <ChoiceField
          {...numberOf(form, "impact", changeFormTexts.impact)}
          choices={[none, ...choicesOf(changeFormTexts.impacts)]}
        />
        <ChoiceField
          {...numberOf(form, "priority", changeFormTexts.priority)}
          choices={[none, ...choicesOf(changeFormTexts.priorities)]}
        />
        <TextField {...textOf(form, "category", changeFormTexts.category)} />
        <ServiceField {...textOf(form, "serviceId", changeFormTexts.service)} />
        <TeamField {...textOf(form, "teamId", changeFormTexts.team)} />
      </ColumnLayout>
      <CisField {...severalOf(form, "ciIds", changeFormTexts.cis)} />
      {plans.map((name) => (
        <TextAreaField
          key={name}
          {...textOf(partOf(form, "plans") as Bound<Plans>, name, changeFormTexts.plan[name] ?? name)}
          rows={3}
        />
      ))}
    </SpaceBetween>
  </Container>
);

/** Everything that a template for standard changes says. */
export const TemplateFields = ({ form }: { readonly form: Bound<TemplateBody> }) => {
  const suspend = partOf(form, "suspendAfter") as Bound<SuspendAfter>;
  return (
    <SpaceBetween size="m">
      {form.value.locked?.length === 0 && <Alert type="warning">{texts.nothingLocked}</Alert>}
      <Container>
        <SpaceBetween size="m">
          <TextField {...textOf(form, "name", texts.name)} isRequired />
          <TextAreaField {...textOf(form, "description", texts.templateWhen)} rows={2} />
          <ChoicesField
            {...severalOf(form, "locked", texts.locked, texts.lockedHint)}
            choices={choicesOf(texts.lockable)}
          />
          <ColumnLayout columns={2}>
            <NumberField {...numberOf(suspend, "failed", texts.suspendFailed)} />
            <NumberField {...numberOf(suspend, "of", texts.suspendOf)} />
          </ColumnLayout>
        </SpaceBetween>
      </Container>
      <WhatItSays form={partOf(form, "fields") as Bound<Given>} />
      <TaskPlanFields rows={rowsOf(form, "tasks")} />
    </SpaceBetween>
  );
};
