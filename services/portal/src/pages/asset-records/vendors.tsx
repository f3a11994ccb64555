import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "./answerable.ts";
import { recordTexts as texts } from "./texts.ts";
import type { VendorBody } from "./vendor-fields.tsx";

type Vendor = Schemas["Vendor"];

const kind: KeptKind<Vendor, VendorBody> = {
  address: "/vendors",
  param: "vendorId",
  texts: texts.vendors,
  columns: [
    textColumn("contact", texts.contact, ({ contact }) => contact, { width: 260 }),
    textColumn("account", texts.account, ({ accountNumber }) => accountNumber, { width: 160 }),
  ],
  empty: () => ({ name: "" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<VendorBody>>(async () => (await import("./vendor-fields.tsx")).VendorFields),
  writers: keepers,
};

export const VendorList = () => <KeptList kind={kind} />;
export const NewVendor = () => <NewKept kind={kind} />;
export const VendorPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
