import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import type { FieldsProps, KeptKind } from "../change-rules/kept-kind.ts";
import { useClasses, useClassName } from "../configuration/use-classes.ts";
import { type CiClass, classBody, newClass, type TypedClass, typedClass } from "./class-form.ts";
import { ModelList } from "./model-list.tsx";
import { modellers } from "./modellers.ts";
import { modelTexts as texts } from "./texts.ts";

const kind: KeptKind<CiClass, TypedClass> = {
  address: "/ci-classes",
  param: "ciClassId",
  texts: texts.classes,
  columns: [textColumn("id", texts.id, ({ id }) => id)],
  empty: newClass,
  typedOf: typedClass,
  bodyOf: classBody,
  Fields: lazily<FieldsProps<TypedClass>>(async () => (await import("./class-fields.tsx")).ClassFields),
  writers: modellers,
};

export const ClassList = () => {
  const read = useClasses();
  const className = useClassName();
  const columns = [
    ...kind.columns,
    textColumn<CiClass>("parent", texts.parent, ({ parentId }) => className(parentId)),
  ];
  // The tree tells what a list shows of a class.
  const all = (read.value?.classes ?? []) as unknown as readonly CiClass[];
  return <ModelList kind={{ ...kind, columns }} read={read} all={all} />;
};
export const NewClass = () => <NewKept kind={kind} />;
export const ClassPage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
