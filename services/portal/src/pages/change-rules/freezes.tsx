import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, partOf, severalOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoicesField, TextAreaField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { CisField, ServicesField, TeamsField } from "../../parts/form/found-fields.tsx";
import { useRecords } from "../../parts/form/record-kinds.ts";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import type { KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { type Policy, PolicyFields } from "./policy-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";
import { type Times, TimesFields } from "./times-fields.tsx";
import { timesText } from "./times-text.ts";

type Freeze = Schemas["ChangeFreeze"];
type Body = BodyOf<"POST /change-freezes">;

const types = ["standard", "normal", "emergency"].map((value) => ({ value, text: inWords(value) }));

const Frozen = ({ form }: { readonly form: Bound<Body> }) => (
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

const Exempt = ({ form }: { readonly form: Bound<Body> }) => {
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

const Fields = ({ form }: { readonly form: Bound<Body> }) => (
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

const kind: KeptKind<Freeze, Body> = {
  address: "/change-freezes",
  param: "changeFreezeId",
  texts: texts.freezes,
  columns: [
    textColumn("when", texts.when, timesText, { width: 260 }),
    textColumn("reason", texts.freezeReason, ({ reason }) => reason, { width: 300 }),
  ],
  empty: () => ({
    name: "",
    reason: "",
    exception: {
      steps: [
        {
          name: texts.usualException,
          approvers: [{ kind: "role", id: "change-manager" }],
          rule: { kind: "any" },
          oneRejectionEnds: true,
        },
      ],
    },
  }),
  typedOf: ({ id: _id, version: _v, createdAt: _c, updatedAt: _u, state: _s, actions: _a, ...body }) => body,
  Fields,
  writers: managers,
};

export const FreezeList = () => <KeptList kind={kind} />;
export const NewFreeze = () => <NewKept kind={kind} />;
export const FreezePage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
