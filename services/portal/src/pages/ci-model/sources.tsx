import { useRead } from "../../api/use-read.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import type { FieldsProps, KeptKind } from "../change-rules/kept-kind.ts";
import { importTexts } from "../ci-imports/texts.ts";
import { ModelList } from "./model-list.tsx";
import { modellers } from "./modellers.ts";
import { newSource, type Source, sourceBody, type TypedSource, typedSource } from "./source-form.ts";
import { modelTexts as texts } from "./texts.ts";

const kind: KeptKind<Source, TypedSource> = {
  address: "/ci-sources",
  param: "sourceId",
  texts: texts.sources,
  columns: [
    textColumn("id", texts.id, ({ id }) => id),
    textColumn("format", texts.format, ({ format }) => importTexts.formats[format]),
    textColumn("stale", texts.stale, ({ staleAfterDays }) => String(staleAfterDays)),
  ],
  empty: newSource,
  typedOf: typedSource,
  bodyOf: sourceBody,
  Fields: lazily<FieldsProps<TypedSource>>(async () => (await import("./source-fields.tsx")).SourceFields),
  writers: modellers,
};

export const SourceList = () => {
  const read = useRead("GET /ci-sources", {});
  return <ModelList kind={kind} read={read} all={(read.value?.sources ?? []) as readonly Source[]} />;
};
export const NewSource = () => <NewKept kind={kind} />;
export const SourcePage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
