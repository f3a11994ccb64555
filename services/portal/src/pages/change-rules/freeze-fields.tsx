import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, partOf, severalOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoicesField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { CisField, ServicesField, TeamsField } from "../../parts/form/found-fields.tsx";
import { useRecords } from "../../parts/form/record-kinds.ts";
import { inWords } from "../../parts/words.ts";
import type { Policy } from "./policy.ts";
import { PolicyFields } from "./policy-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";
import { type Times, TimesFields } from "./times-fields.tsx";

export type FreezeBody = BodyOf<"POST /change-freezes">;

const types = ["standard", "normal", "emergency"].map((value) => ({ value, text: inWords(value) }));

const Frozen = ({ form }: { readonly form: Bound<FreezeBody> }) => (
  <Container header={<Header variant="h2">{texts.frozen}</Header>}>
    <SpaceBetween size="m">
      <ToggleField {...toggleOf(form, "all", texts.frozenAll)} />
      {form.value.all !== true && (
        <>
          <ServicesField {...severalOf(form, "serviceIds", texts.services, texts.frozenServicesHint)} />
          <CisField {...severalOf(form, "ciIds", texts.cis)} />
          <TeamsField {...severalOf(form, "teamIds", texts.teams)} />
        </>
      )}
    </SpaceBetween>
  </Container>
);

const Exempt = ({ form }: { readonly form: Bound<FreezeBody> }) => {
  const templates = useRecords("change_template").choices.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <Container
      header={
        <Header variant="h2" description={texts.exemptLead}>
          {texts.exempt}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ColumnLayout columns={2}>
          <ChoicesField {...severalOf(form, "exemptTypes", texts.exemptTypes)} choices={types} />
          <ChoicesField
            {...severalOf(form, "exemptTemplateIds", texts.exemptTemplates)}
            choices={templates}
          />
        </ColumnLayout>
        <ServicesField {...severalOf(form, "exemptServiceIds", texts.exemptServices)} />
      </SpaceBetween>
    </Container>
  );
};

/** Everything that a freeze says. */
export const FreezeFields = ({ form }: { readonly form: Bound<FreezeBody> }) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <TextAreaField {...textOf(form, "reason", texts.freezeReason)} rows={2} isRequired />
      </SpaceBetween>
    </Container>
    <TimesFields form={form as unknown as Bound<Times>} />
    <Frozen form={form} />
    <Exempt form={form} />
    <PolicyFields
      title={texts.exception}
      lead={texts.exceptionLead}
      form={partOf(form, "exception") as Bound<Policy>}
    />
  </SpaceBetween>
);
