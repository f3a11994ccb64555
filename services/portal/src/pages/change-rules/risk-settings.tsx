import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, rowsOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoiceField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { managers } from "./managers.ts";
import { type RiskRule, RiskRuleFields, risks } from "./risk-rules.tsx";
import { riskTexts as texts } from "./risk-texts.ts";
import { SettingsEditor } from "./settings-editor.tsx";

type Settings = Schemas["ChangeRiskSettings"];
type Body = BodyOf<"PUT /change-risk-settings">;
type Question = Settings["questions"][number];
type Option = Question["options"][number];

const newRule = (): RiskRule => ({ when: {}, risk: "medium", reason: "" });
const newOption = (): Option => ({ value: "", label: "", risk: "low" });
const newQuestion = (): Question => ({ id: "", text: "", options: [newOption(), newOption()] });

const OptionFields = ({ form }: { readonly form: Bound<Option> }) => (
  <ColumnLayout columns={3}>
    <TextField {...textOf(form, "label", texts.answer)} isRequired />
    <TextField {...textOf(form, "value", texts.answerKey, texts.answerKeyHint)} isRequired />
    <ChoiceField {...textOf(form, "risk", texts.risk)} choices={risks} isRequired />
  </ColumnLayout>
);

const QuestionFields = ({ form }: { readonly form: Bound<Question> }) => (
  <SpaceBetween size="m">
    <ColumnLayout columns={2}>
      <TextField {...textOf(form, "text", texts.question)} isRequired />
      <TextField {...textOf(form, "id", texts.questionKey, texts.questionKeyHint)} isRequired />
    </ColumnLayout>
    <RowList
      rows={rowsOf<Question, Option>(form, "options")}
      nameOf={({ label }, at) => label || texts.answerAt(at + 1)}
      add={{ text: texts.addAnswer, make: newOption }}
      most={6}
    >
      {(option) => <OptionFields form={option} />}
    </RowList>
  </SpaceBetween>
);

const Fields = ({ form }: { readonly form: Bound<Body> }) => (
  <SpaceBetween size="m">
    <Container
      header={
        <Header variant="h2" description={texts.rulesLead}>
          {texts.rules}
        </Header>
      }
    >
      <RowList
        rows={rowsOf<Body, RiskRule>(form, "rules")}
        nameOf={({ reason }, at) => reason || texts.ruleAt(at + 1)}
        add={{ text: texts.addRule, make: newRule }}
        most={50}
        folds
      >
        {(rule) => <RiskRuleFields form={rule} />}
      </RowList>
    </Container>
    <Container
      header={
        <Header variant="h2" description={texts.questionsLead}>
          {texts.questions}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <ToggleField {...toggleOf(form, "mustAnswer", texts.mustAnswer)} />
        <RowList
          rows={rowsOf<Body, Question>(form, "questions")}
          nameOf={({ text }, at) => text || texts.questionAt(at + 1)}
          add={{ text: texts.addQuestion, make: newQuestion }}
          most={20}
          folds
        >
          {(question) => <QuestionFields form={question} />}
        </RowList>
      </SpaceBetween>
    </Container>
  </SpaceBetween>
);

/** How the risk of changes is worked out, and what is asked about it. */
export const RiskSettingsPage = () => (
  <SettingsEditor<Settings, Body>
    title={texts.title}
    lead={texts.lead}
    read="GET /change-risk-settings"
    replace="PUT /change-risk-settings"
    typedOf={({ rules, questions, mustAnswer }) => ({ rules, questions, mustAnswer })}
    Fields={Fields}
    writers={managers}
  />
);
