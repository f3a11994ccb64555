import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import type { ModelBody } from "./model-fields.tsx";
import { newStep } from "./policy.ts";
import { ruleTexts as texts } from "./texts.ts";

type Model = Schemas["ChangeModel"];

const kind: KeptKind<Model, ModelBody> = {
  address: "/change-models",
  param: "changeModelId",
  texts: texts.models,
  columns: [
    textColumn("type", texts.type, ({ type }) => inWords(type), { width: 120 }),
    textColumn("plans", texts.requiredPlans, ({ requiredPlans }) => requiredPlans.map(inWords).join(", ")),
  ],
  empty: () => ({
    name: "",
    type: "normal",
    requiredPlans: ["implementation", "test", "backout", "communication"],
    approval: { steps: [{ ...newStep(), name: texts.usualApproval }] },
    review: "when_not_successful",
  }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<ModelBody>>(async () => (await import("./model-fields.tsx")).ModelFields),
  writers: managers,
};

export const ModelList = () => <KeptList kind={kind} />;
export const NewModel = () => <NewKept kind={kind} />;
export const ModelPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
