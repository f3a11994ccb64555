import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { moneyText } from "../../parts/money.ts";
import type { Action } from "../../parts/record/action.ts";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { managers } from "../asset-records/answerable.ts";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import type { FieldsProps, KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import type { ContractBody } from "./contract-fields.tsx";
import { contractTexts as texts } from "./texts.ts";

type Contract = Schemas["Contract"];
type More = { readonly record: Contract };

const actions: readonly Action<Contract>[] = [
  {
    action: "renew",
    text: texts.renew,
    route: "POST /contracts/{contractId}/renew",
    fields: [{ name: "endsOn", label: texts.renewUntil, kind: "day", isRequired: true }],
  },
  {
    action: "cancel",
    text: texts.cancel,
    route: "POST /contracts/{contractId}/cancel",
    lead: texts.cancelLead,
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
];

const bodyOf = (contract: Contract): ContractBody => {
  const { name, kind, vendorId, number, startsOn, endsOn, noticeDays, renewsMonths, cost, billed } = contract;
  const { teamId, costCenterId, assetIds, note } = contract;
  const whole = { name, kind, vendorId, number, startsOn, endsOn, noticeDays, renewsMonths, cost, billed };
  const given = Object.entries({ ...whole, teamId, costCenterId, assetIds, note });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as unknown as ContractBody;
};

const kind: KeptKind<Contract, ContractBody> = {
  address: "/contracts",
  param: "contractId",
  texts: texts.contracts,
  states: ["active", "expired", "cancelled"],
  columns: [
    textColumn("kind", texts.kind, (contract) => texts.kinds[contract.kind], { width: 140 }),
    textColumn("ends", texts.ends, ({ endsOn }) => endsOn, { width: 120 }),
    textColumn("cost", texts.cost, ({ cost }) => (cost === undefined ? undefined : moneyText(cost)), {
      width: 140,
      order: ({ cost }) => cost?.amount,
    }),
    textColumn("number", texts.number, ({ number }) => number, { width: 160, isExtra: true }),
  ],
  empty: () => ({ name: "", kind: "support", startsOn: "", endsOn: "", billed: "yearly", assetIds: [] }),
  typedOf: bodyOf,
  Fields: lazily<FieldsProps<ContractBody>>(
    async () => (await import("./contract-fields.tsx")).ContractFields,
  ),
  writers: managers,
  isOpen: ({ state }) => state === "active",
  actions,
  More: lazily<More>(async () => (await import("./contract-more.tsx")).ContractMore),
};

export const ContractList = () => <KeptList kind={kind} />;
export const NewContract = () => <NewKept kind={kind} />;
export const ContractPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
