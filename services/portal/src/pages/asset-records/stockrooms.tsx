import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { teamColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "./answerable.ts";
import type { StockroomBody } from "./stockroom-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

type Stockroom = Schemas["Stockroom"];
type More = { readonly record: Stockroom };

const kind: KeptKind<Stockroom, StockroomBody> = {
  address: "/stockrooms",
  param: "stockroomId",
  texts: texts.stockrooms,
  columns: [teamColumn("team", texts.team, ({ teamId }) => teamId, { width: 200 })],
  empty: () => ({ name: "" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<StockroomBody>>(
    async () => (await import("./stockroom-fields.tsx")).StockroomFields,
  ),
  writers: keepers,
  More: lazily<More>(async () => (await import("./stockroom-stock.tsx")).StockroomStock),
};

export const StockroomList = () => <KeptList kind={kind} />;
export const NewStockroom = () => <NewKept kind={kind} />;
export const StockroomPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
