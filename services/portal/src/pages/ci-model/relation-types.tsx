import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { ModelList } from "./model-list.tsx";
import { modellers } from "./modellers.ts";
import type { TypedRelationType } from "./relation-type-fields.tsx";
import { modelTexts as texts } from "./texts.ts";

type RelationType = Schemas["RelationType"];

const kind: KeptKind<RelationType, TypedRelationType> = {
  address: "/relation-types",
  param: "relationTypeId",
  texts: texts.relationTypes,
  columns: [
    textColumn("reverse", texts.reverseName, ({ reverseName }) => reverseName),
    textColumn("impact", texts.impact, ({ impact }) => texts.impacts[impact]),
  ],
  empty: () => ({
    id: "",
    name: "",
    reverseName: "",
    impact: "to_from",
    allowed: [{ from: "ci", to: "ci" }],
  }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<TypedRelationType>>(
    async () => (await import("./relation-type-fields.tsx")).RelationTypeFields,
  ),
  writers: modellers,
};

export const RelationTypeList = () => {
  const read = useRead("GET /relation-types", {});
  return <ModelList kind={kind} read={read} all={read.value?.relationTypes ?? []} />;
};
export const NewRelationType = () => <NewKept kind={kind} />;
export const RelationTypePage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
