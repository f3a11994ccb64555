import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { BodyOf } from "../../api/request.ts";
import { type Bound, numberOf, severalOf, textOf, wholeOf } from "../../parts/form/bound.ts";
import {
  ChoiceField,
  DayField,
  NumberField,
  TextAreaField,
  TextField,
} from "../../parts/form/form-fields.tsx";
import { FormPart } from "../../parts/form/form-part.tsx";
import { MoneyField } from "../../parts/form/money-field.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { TeamField } from "../../parts/form/who-fields.tsx";
import { AssetsField } from "../assets/assets-field.tsx";
import { choicesOf } from "../incidents/incident-actions.ts";
import { contractTexts as texts } from "./texts.ts";

export type ContractBody = BodyOf<"POST /contracts">;
type Form = { readonly form: Bound<ContractBody> };

const Times = ({ form }: Form) => (
  <FormPart title={texts.time}>
    <ColumnLayout columns={2}>
      <DayField {...textOf(form, "startsOn", texts.startsOn)} isRequired />
      <DayField {...textOf(form, "endsOn", texts.endsOn)} isRequired />
      <NumberField {...numberOf(form, "noticeDays", texts.noticeDays, texts.noticeHint)} />
      <NumberField {...numberOf(form, "renewsMonths", texts.renewsMonths, texts.renewsHint)} />
    </ColumnLayout>
  </FormPart>
);

const Costs = ({ form }: Form) => (
  <FormPart title={texts.money}>
    <ColumnLayout columns={2}>
      <MoneyField {...wholeOf(form, "cost", texts.cost)} />
      <ChoiceField {...textOf(form, "billed", texts.billed)} choices={choicesOf(texts.billings)} />
      <RecordField {...textOf(form, "costCenterId", texts.costCenter)} of="cost_center" />
    </ColumnLayout>
  </FormPart>
);

/** Everything that was agreed. */
export const ContractFields = ({ form }: Form) => (
  <SpaceBetween size="m">
    <Container>
      <SpaceBetween size="m">
        <TextField {...textOf(form, "name", texts.name)} isRequired />
        <ColumnLayout columns={2}>
          <ChoiceField {...textOf(form, "kind", texts.kind)} choices={choicesOf(texts.kinds)} isRequired />
          <RecordField {...textOf(form, "vendorId", texts.vendor)} of="vendor" />
          <TextField {...textOf(form, "number", texts.number)} />
          <TeamField {...textOf(form, "teamId", texts.team)} />
        </ColumnLayout>
        <TextAreaField {...textOf(form, "note", texts.note)} rows={2} />
      </SpaceBetween>
    </Container>
    <Times form={form} />
    <Costs form={form} />
    <FormPart title={texts.covers}>
      <AssetsField {...severalOf(form, "assetIds", texts.assets, texts.assetsHint)} />
    </FormPart>
  </SpaceBetween>
);
