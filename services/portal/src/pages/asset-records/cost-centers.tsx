import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { personColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "./answerable.ts";
import type { CostCenterBody } from "./cost-center-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

type CostCenter = Schemas["CostCenter"];

const kind: KeptKind<CostCenter, CostCenterBody> = {
  address: "/cost-centers",
  param: "costCenterId",
  texts: texts.costCenters,
  columns: [
    textColumn("code", texts.code, ({ code }) => code, { width: 160 }),
    personColumn("owner", texts.owner, ({ ownerId }) => ownerId, { width: 200 }),
  ],
  empty: () => ({ name: "" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<CostCenterBody>>(
    async () => (await import("./cost-center-fields.tsx")).CostCenterFields,
  ),
  writers: keepers,
};

export const CostCenterList = () => <KeptList kind={kind} />;
export const NewCostCenter = () => <NewKept kind={kind} />;
export const CostCenterPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
