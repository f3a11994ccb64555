import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";
import { timesText } from "./times-text.ts";
import type { WindowBody } from "./window-fields.tsx";

type Window = Schemas["ChangeWindow"];

const kind: KeptKind<Window, WindowBody> = {
  address: "/change-windows",
  param: "changeWindowId",
  texts: texts.windows,
  columns: [textColumn("when", texts.when, timesText, { width: 300 })],
  empty: () => ({ name: "" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<WindowBody>>(async () => (await import("./window-fields.tsx")).WindowFields),
  writers: managers,
};

export const WindowList = () => <KeptList kind={kind} />;
export const NewWindow = () => <NewKept kind={kind} />;
export const WindowPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
