import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "./answerable.ts";
import type { ModelBody } from "./model-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

type Model = Schemas["AssetModel"];

const kind: KeptKind<Model, ModelBody> = {
  address: "/asset-models",
  param: "modelId",
  texts: texts.models,
  columns: [
    textColumn("kind", texts.kind, (model) => texts.kindsShort[model.kind], { width: 140 }),
    textColumn("manufacturer", texts.manufacturer, ({ manufacturer }) => manufacturer, { width: 160 }),
    textColumn("category", texts.category, ({ category }) => category, { width: 140 }),
  ],
  empty: () => ({ name: "", kind: "hardware" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<ModelBody>>(async () => (await import("./model-fields.tsx")).ModelFields),
  writers: keepers,
};

export const ModelList = () => <KeptList kind={kind} />;
export const NewModel = () => <NewKept kind={kind} />;
export const ModelPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
