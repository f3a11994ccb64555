import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, textOf, wholeOf } from "../../parts/form/bound.ts";
import { DayField, TextAreaField, TextField } from "../../parts/form/form-fields.tsx";
import { MoneyField } from "../../parts/form/money-field.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { TeamField } from "../../parts/form/who-fields.tsx";
import type { Money } from "../../parts/money.ts";
import { receiveTexts as texts } from "./receive-texts.ts";

/** How assets were bought, as all of their forms have it. */
export type Purchase = {
  readonly ownerTeamId?: string;
  readonly costCenterId?: string;
  readonly vendorId?: string;
  readonly orderNumber?: string;
  readonly purchasedOn?: string;
  readonly purchase?: Money;
  readonly depreciatesFrom?: string;
  readonly warrantyEndsOn?: string;
  readonly note?: string;
};

type Props = { readonly form: Bound<Purchase>; readonly isOne?: boolean };

export const PurchaseFields = ({ form, isOne = false }: Props) => (
  <SpaceBetween size="m">
    <ColumnLayout columns={2}>
      <RecordField {...textOf(form, "vendorId", texts.vendor)} of="vendor" />
      <TextField {...textOf(form, "orderNumber", texts.orderNumber)} />
      <DayField {...textOf(form, "purchasedOn", texts.purchasedOn)} />
      <MoneyField {...wholeOf(form, "purchase", isOne ? texts.purchaseOfOne : texts.purchase)} />
      <DayField {...textOf(form, "depreciatesFrom", texts.depreciatesFrom, texts.depreciatesHint)} />
      <DayField {...textOf(form, "warrantyEndsOn", texts.warrantyEndsOn, texts.warrantyHint)} />
      <RecordField {...textOf(form, "costCenterId", texts.costCenter)} of="cost_center" />
      <TeamField {...textOf(form, "ownerTeamId", texts.team)} />
    </ColumnLayout>
    <TextAreaField {...textOf(form, "note", texts.note)} rows={2} />
  </SpaceBetween>
);
