import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { ChoiceField, NumberField, TextField, ToggleField } from "../../parts/form/form-fields.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { ApproverEditor } from "./approver-editor.tsx";
import { BoundsFields } from "./bounds-fields.tsx";
import { textsOf, useDesigning } from "./designing.ts";
import { newApproval, newApprover, newAuto } from "./new-rows.ts";
import { faultAt } from "./places.ts";
import { planTexts as texts } from "./plan-texts.ts";
import { Rows } from "./rows.tsx";
import type { TypedApproval, TypedAuto, TypedItem } from "./typed-item.ts";

type One<R> = { readonly row: R; readonly onChange: (row: R) => void };

const Approvers = ({ row, onChange }: One<TypedApproval>) => {
  const error = faultAt(useDesigning().faults, row.uid, "approvers");
  return (
    <fieldset className="section">
      <legend>
        <Box variant="awsui-key-label">{texts.approvers}</Box>
      </legend>
      {error !== undefined && <Box color="text-status-error">{error}</Box>}
      <Rows
        rows={row.approvers}
        onChange={(approvers) => onChange({ ...row, approvers })}
        nameOf={(_, at) => texts.approver(at + 1)}
        add={{ text: texts.addApprover, make: newApprover }}
        most={20}
      >
        {(approver, _, change) => <ApproverEditor approver={approver} onChange={change} />}
      </Rows>
    </fieldset>
  );
};

const ApprovalEditor = ({ row, onChange }: One<TypedApproval>) => {
  const text = textsOf(useDesigning(), row, onChange);
  const count = texts.counts[row.rule];
  return (
    <SpaceBetween size="m">
      <TextField {...text("name", texts.approvalName)} isRequired />
      <Approvers row={row} onChange={onChange} />
      <ColumnLayout columns={2}>
        <ChoiceField {...text("rule", texts.rule)} choices={choicesOf(texts.rules)} />
        {count !== undefined && <NumberField {...text("count", count)} isRequired />}
        <NumberField {...text("remindHours", texts.remindHours)} />
        <NumberField {...text("expiresHours", texts.expiresHours)} />
      </ColumnLayout>
      <ToggleField
        label={texts.oneRejectionEnds}
        value={row.oneRejectionEnds}
        onChange={(oneRejectionEnds) => onChange({ ...row, oneRejectionEnds })}
      />
      <BoundsFields row={row} onChange={onChange} />
    </SpaceBetween>
  );
};

const AutoEditor = ({ row, onChange }: One<TypedAuto>) => {
  const text = textsOf(useDesigning(), row, onChange);
  return (
    <SpaceBetween size="m">
      <TextField {...text("reason", texts.reason)} isRequired />
      <BoundsFields row={row} onChange={onChange} />
    </SpaceBetween>
  );
};

/** Who has to say yes to an order, and when nobody has to. */
export const ApprovalsPart = ({ onChange }: { readonly onChange: (item: TypedItem) => void }) => {
  const { item } = useDesigning();
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">{texts.approvalsLead}</Box>
      <Rows
        rows={item.approvals}
        onChange={(approvals) => onChange({ ...item, approvals })}
        nameOf={({ name }, at) => name || texts.approval(at + 1)}
        leadOf={({ rule }) => texts.rules[rule] ?? ""}
        copy={(row) => row}
        add={{ text: texts.addApproval, make: newApproval }}
        most={8}
      >
        {(row, _, change) => <ApprovalEditor row={row} onChange={change} />}
      </Rows>
      <Header variant="h2" description={texts.autoLead}>
        {texts.auto}
      </Header>
      <Rows
        rows={item.autoApprove}
        onChange={(autoApprove) => onChange({ ...item, autoApprove })}
        nameOf={({ reason }, at) => reason || texts.autoRow(at + 1)}
        leadOf={() => ""}
        copy={(row) => row}
        add={{ text: texts.addAuto, make: newAuto }}
        most={8}
      >
        {(row, _, change) => <AutoEditor row={row} onChange={change} />}
      </Rows>
    </SpaceBetween>
  );
};
