import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, numberOf, partOf, rowsOf, textOf, toggleOf } from "../../parts/form/bound.ts";
import { ChoiceField, NumberField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { RowList } from "../../parts/form/row-list.tsx";
import { PersonField, TeamField } from "../../parts/form/who-fields.tsx";
import { planTexts } from "../catalog-items/plan-texts.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { newStep, type Policy, type Step } from "./policy.ts";
import { ruleTexts as texts } from "./texts.ts";

type Kind = Step["approvers"][number]["kind"];
/** An approver as it is typed: what its kind needs. */
type Approver = { readonly kind: Kind; readonly id?: string; readonly of?: string };
/** A rule as it is typed. */
type Rule = { readonly kind: Step["rule"]["kind"]; readonly count?: number; readonly percent?: number };

/** What each kind begins with: what another kind named is nothing to it. */
const firstOf: Readonly<Record<Kind, Approver>> = {
  person: { kind: "person", id: "" },
  team: { kind: "team", id: "" },
  role: { kind: "role", id: "change-manager" },
  board: { kind: "board", id: "" },
  manager: { kind: "manager" },
  owner: { kind: "owner", of: "ci" },
};
const firstRule: Readonly<Record<Rule["kind"], Rule>> = {
  any: { kind: "any" },
  all: { kind: "all" },
  quorum: { kind: "quorum", count: 2 },
  percentage: { kind: "percentage", percent: 50 },
};

const ApproverFields = ({ form }: { readonly form: Bound<Approver> }) => {
  const { kind } = form.value;
  const id = textOf(form, "id", texts.approverOf[kind] ?? "");
  return (
    <ColumnLayout columns={2}>
      <ChoiceField
        {...textOf(form, "kind", texts.approverKind)}
        choices={choicesOf(texts.approverKinds)}
        onChange={(next) => form.set(firstOf[next as Kind])}
      />
      {kind === "person" && <PersonField {...id} isRequired />}
      {kind === "team" && <TeamField {...id} isRequired />}
      {kind === "role" && <ChoiceField {...id} choices={choicesOf(planTexts.roles)} isRequired />}
      {kind === "board" && <RecordField {...id} of="change_board" isRequired />}
      {kind === "owner" && (
        <ChoiceField {...textOf(form, "of", texts.ownerOf)} choices={choicesOf(texts.owners)} isRequired />
      )}
    </ColumnLayout>
  );
};

const RuleFields = ({ form }: { readonly form: Bound<Rule> }) => (
  <>
    <ChoiceField
      {...textOf(form, "kind", planTexts.rule)}
      choices={choicesOf(planTexts.rules)}
      onChange={(next) => form.set(firstRule[next as Rule["kind"]])}
    />
    {form.value.kind === "quorum" && (
      <NumberField {...numberOf(form, "count", planTexts.counts.quorum ?? "")} isRequired />
    )}
    {form.value.kind === "percentage" && (
      <NumberField {...numberOf(form, "percent", planTexts.counts.percentage ?? "")} isRequired />
    )}
  </>
);

const StepFields = ({ form }: { readonly form: Bound<Step> }) => (
  <SpaceBetween size="m">
    <TextField {...textOf(form, "name", planTexts.approvalName)} isRequired />
    <RowList
      rows={rowsOf<Step, Approver>(form, "approvers")}
      nameOf={({ kind }, at) => `${at + 1}. ${texts.approverKinds[kind] ?? kind}`}
      add={{ text: planTexts.addApprover, make: () => firstOf.person }}
      most={20}
    >
      {(approver) => <ApproverFields form={approver} />}
    </RowList>
    <ColumnLayout columns={2}>
      <RuleFields form={partOf(form, "rule") as Bound<Rule>} />
      <NumberField {...numberOf(form, "remindHours", planTexts.remindHours)} />
      <NumberField {...numberOf(form, "expiresHours", planTexts.expiresHours)} />
    </ColumnLayout>
    <ToggleField {...toggleOf(form, "oneRejectionEnds", planTexts.oneRejectionEnds)} />
  </SpaceBetween>
);

type Props = { readonly title: string; readonly lead: string; readonly form: Bound<Policy> };

/** Who decides, step by step. */
export const PolicyFields = ({ title, lead, form }: Props) => (
  <Container
    header={
      <Header variant="h2" description={lead}>
        {title}
      </Header>
    }
  >
    <RowList
      rows={rowsOf<Policy, Step>(form, "steps")}
      nameOf={({ name }, at) => name || planTexts.approval(at + 1)}
      add={{ text: planTexts.addApproval, make: newStep }}
      most={10}
    >
      {(step) => <StepFields form={step} />}
    </RowList>
  </Container>
);
