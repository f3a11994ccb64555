import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import { amountText, moneyOf } from "../../parts/money.ts";
import type { Action } from "../../parts/record/action.ts";
import { softwareTexts as texts } from "./texts.ts";

export type Entitlement = Schemas["Entitlement"];

type Named = { readonly id: string; readonly name: string };
/** What an entitlement may name. */
export type Known = { readonly vendors: readonly Named[]; readonly contracts: readonly Named[] };

type Entered = Readonly<Record<string, unknown>>;

const usualCurrency = "EUR";

const choice = (
  name: string,
  label: string,
  items: readonly Named[],
  initial: string | undefined,
): FieldSpec => ({
  name,
  label,
  kind: "choice",
  choices: [{ value: "", text: "–" }, ...items.map(({ id, name: text }) => ({ value: id, text }))],
  ...(initial === undefined ? {} : { initial }),
});

const text = (name: string, label: string, initial: string | undefined): FieldSpec => ({
  name,
  label,
  kind: "text",
  ...(initial === undefined ? {} : { initial }),
});

/** What is asked of rights that were bought, with what is known of them already. */
export const entitlementFields = (known: Known, now?: Entitlement): readonly FieldSpec[] => [
  {
    ...text("quantity", texts.quantity, now === undefined ? undefined : String(now.quantity)),
    kind: "number",
    isRequired: true,
  },
  { ...text("endsOn", texts.endsOn, now?.endsOn), kind: "day", hint: texts.endsHint },
  choice("vendorId", texts.vendor, known.vendors, now?.vendorId),
  choice("contractId", texts.contract, known.contracts, now?.contractId),
  text("orderNumber", texts.order, now?.orderNumber),
  { ...text("amount", texts.amount, now?.cost && amountText(now.cost)), kind: "number" },
  text("currency", texts.currency, now?.cost?.currency ?? usualCurrency),
];

/** What was entered as the API takes it: without an amount it costs nothing that is known. */
export const entitlementBody = (modelId: string, { amount, currency, ...rest }: Entered): Entered => ({
  ...rest,
  modelId,
  ...(amount === undefined
    ? {}
    : { cost: moneyOf(Number(amount), String(currency)) ?? { amount, currency } }),
});

/** Correcting and ending rights that were bought. */
export const entitlementActions = (known: Known): readonly Action<Entitlement>[] => [
  {
    action: "change",
    text: texts.change,
    route: "PUT /entitlements/{entitlementId}",
    fields: (entitlement) => entitlementFields(known, entitlement),
    body: (entered, { modelId }) => entitlementBody(modelId, entered),
  },
  { action: "end", text: texts.end, route: "POST /entitlements/{entitlementId}/end" },
];

/** What may still be ended may be corrected, too. */
export const withChange = (entitlement: Entitlement): Entitlement => {
  const { actions = [] } = entitlement;
  return actions.includes("end") ? { ...entitlement, actions: ["change", ...actions] } : entitlement;
};
