import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, partOf, rowsOf, severalOf, textOf } from "../../parts/form/bound.ts";
import { ChoiceField, ChoicesField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import type { KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { newStep, type Policy, PolicyFields } from "./policy-fields.tsx";
import { TaskPlanFields } from "./task-plan-fields.tsx";
import { ruleTexts as texts } from "./texts.ts";

type Model = Schemas["ChangeModel"];
type Body = BodyOf<"POST /change-models">;

const Fields = ({ form }: { readonly form: Bound<Body> }) => (
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

const kind: KeptKind<Model, Body> = {
  address: "/change-models",
  param: "changeModelId",
  texts: texts.models,
  columns: [
    textColumn("type", texts.type, ({ type }) => inWords(type), { width: 120 }),
    textColumn("plans", texts.requiredPlans, ({ requiredPlans }) => requiredPlans.map(inWords).join(", ")),
  ],
  empty: () => ({
    name: "",
    type: "normal",
    requiredPlans: ["implementation", "test", "backout", "communication"],
    approval: { steps: [{ ...newStep(), name: texts.usualApproval }] },
    review: "when_not_successful",
  }),
  typedOf: ({ id: _id, version: _v, createdAt: _c, updatedAt: _u, state: _s, actions: _a, ...body }) => body,
  Fields,
  writers: managers,
};

export const ModelList = () => <KeptList kind={kind} />;
export const NewModel = () => <NewKept kind={kind} />;
export const ModelPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
