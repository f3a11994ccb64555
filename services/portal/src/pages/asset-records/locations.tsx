import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "./answerable.ts";
import type { LocationBody } from "./location-fields.tsx";
import { recordTexts as texts } from "./texts.ts";

type Location = Schemas["AssetLocation"];

const kind: KeptKind<Location, LocationBody> = {
  address: "/asset-locations",
  param: "locationId",
  texts: texts.locations,
  columns: [textColumn("address", texts.address, ({ address }) => address, { width: 320 })],
  empty: () => ({ name: "" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<LocationBody>>(
    async () => (await import("./location-fields.tsx")).LocationFields,
  ),
  writers: keepers,
};

export const LocationList = () => <KeptList kind={kind} />;
export const NewLocation = () => <NewKept kind={kind} />;
export const LocationPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
