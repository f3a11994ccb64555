import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "./answerable.ts";
import type { KitBody } from "./kit-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

type Kit = Schemas["Kit"];
type More = { readonly record: Kit };

const kind: KeptKind<Kit, KitBody> = {
  address: "/asset-kits",
  param: "kitId",
  texts: texts.kits,
  columns: [],
  empty: () => ({ name: "", parts: [{ modelId: "", quantity: 1 }] }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<KitBody>>(async () => (await import("./kit-fields.tsx")).KitFields),
  writers: keepers,
  More: lazily<More>(async () => (await import("./kit-hand-out.tsx")).KitHandOut),
};

export const KitList = () => <KeptList kind={kind} />;
export const NewKit = () => <NewKept kind={kind} />;
export const KitPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
