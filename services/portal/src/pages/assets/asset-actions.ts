import type { Schemas } from "../../../../../docs/generated/api.ts";
import { moneyOf } from "../../parts/money.ts";
import type { Action } from "../../parts/record/action.ts";
import { endOfDay } from "../../parts/times.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { actionTexts as texts } from "./action-texts.ts";
import { inStock, inTransit, retired } from "./conditions.ts";
import {
  conditionField,
  costFields,
  disposalFields,
  locationField,
  type Places,
  personField,
  stockroomField,
} from "./fields.ts";

export type Asset = Schemas["Asset"];
type Entered = Record<string, unknown>;

const names = texts.actions;

/** A day that was entered as the end of it; what is no day goes as it is, for the API to say so. */
const untilEndOf = (name: string) => (entered: Entered) =>
  entered[name] === undefined
    ? entered
    : { ...entered, [name]: endOfDay(String(entered[name])) ?? entered[name] };

/** Giving it away and taking it back. */
const handing = (places: Places): readonly Action<Asset>[] => [
  {
    action: "checkOut",
    text: names.checkOut,
    route: "POST /assets/{assetId}/check-out",
    isPrimary: true,
    fields: [
      personField("holderId", true),
      locationField(places, false),
      { name: "expectedReturnAt", label: texts.until, kind: "day", hint: texts.untilHint },
      { name: "isLoan", label: texts.loan, kind: "toggle" },
    ],
    body: untilEndOf("expectedReturnAt"),
  },
  {
    action: "checkIn",
    text: names.checkIn,
    route: "POST /assets/{assetId}/check-in",
    isPrimary: true,
    fields: [stockroomField(places), conditionField(inStock)],
  },
  {
    action: "requestReturn",
    text: names.requestReturn,
    route: "POST /assets/{assetId}/request-return",
    fields: [{ name: "by", label: texts.until, kind: "day", isRequired: true }],
    body: untilEndOf("by"),
  },
  {
    action: "deploy",
    text: names.deploy,
    route: "POST /assets/{assetId}/deploy",
    fields: [locationField(places, true)],
  },
  {
    action: "move",
    text: names.move,
    route: "POST /assets/{assetId}/move",
    fields: [locationField(places, false), personField("holderId", false)],
  },
];

/** Into stockrooms and between them. */
const storing = (places: Places): readonly Action<Asset>[] => [
  {
    action: "receive",
    text: names.receive,
    route: "POST /assets/{assetId}/receive",
    isPrimary: true,
    fields: ({ tag = "", serial = "" }) => [
      { ...stockroomField(places), isRequired: false },
      { name: "tag", label: texts.tag, kind: "text", initial: tag },
      { name: "serial", label: texts.serial, kind: "text", initial: serial },
    ],
  },
  {
    action: "stock",
    text: names.stock,
    route: "POST /assets/{assetId}/stock",
    isPrimary: true,
    fields: [stockroomField(places), conditionField(inStock)],
  },
  {
    action: "setAside",
    text: names.setAside,
    route: "POST /assets/{assetId}/set-aside",
    fields: ({ substate }) => [conditionField(inStock, substate)],
  },
  {
    action: "send",
    text: names.send,
    route: "POST /assets/{assetId}/send",
    fields: [stockroomField(places), conditionField(inTransit)],
  },
  {
    action: "recover",
    text: names.recover,
    route: "POST /assets/{assetId}/recover",
    isPrimary: true,
    fields: [stockroomField(places), conditionField(inStock)],
  },
];

/** Repair, loss, and the end. */
const caring: readonly Action<Asset>[] = [
  { action: "resume", text: names.resume, route: "POST /assets/{assetId}/resume", isPrimary: true },
  {
    action: "repair",
    text: names.repair,
    route: "POST /assets/{assetId}/repair",
    fields: [{ name: "what", label: texts.what, kind: "text", isRequired: true }],
  },
  {
    action: "reportMissing",
    text: names.reportMissing,
    route: "POST /assets/{assetId}/report-missing",
    fields: [
      {
        name: "substate",
        label: texts.condition,
        kind: "choice",
        isRequired: true,
        choices: choicesOf({ lost: texts.lost, stolen: texts.stolen }),
        initial: "lost",
      },
      { name: "report", label: texts.report, kind: "text" },
    ],
  },
  {
    action: "retire",
    text: names.retire,
    route: "POST /assets/{assetId}/retire",
    fields: [conditionField(retired)],
  },
  {
    action: "dispose",
    text: names.dispose,
    route: "POST /assets/{assetId}/dispose",
    fields: disposalFields,
  },
  {
    action: "cost",
    text: names.cost,
    route: "POST /assets/{assetId}/costs",
    fields: ({ currency = "EUR" }) => costFields(currency),
    body: ({ amount, currency, ...rest }) => ({
      ...rest,
      cost: moneyOf(Number(amount), String(currency)) ?? { amount, currency },
    }),
  },
];

/** Everything that happens to an asset by people's hands; the record says what of it now. */
export const assetActions = (places: Places): readonly Action<Asset>[] => [
  ...handing(places),
  ...storing(places),
  ...caring,
];
