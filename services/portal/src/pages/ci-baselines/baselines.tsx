import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { timeText } from "../../parts/times.ts";
import { KeptEditor, NewKept } from "../change-rules/kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "../change-rules/kept-kind.ts";
import { KeptList } from "../change-rules/kept-list.tsx";
import { keepers } from "../configuration/keepers.ts";
import type { Baseline, BaselineBody } from "./baseline.ts";
import type { DriftProps } from "./drift.tsx";
import { baselineTexts as texts } from "./texts.ts";

const Drift = lazily<DriftProps>(async () => (await import("./drift.tsx")).Drift);

const kind: KeptKind<Baseline, BaselineBody> = {
  address: "/ci-baselines",
  param: "baselineId",
  texts: texts.kind,
  columns: [textColumn("at", texts.at, ({ at }) => timeText(at), { width: 180 })],
  empty: () => ({ name: "", ciIds: [], direction: "upstream" }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<BaselineBody>>(
    async () => (await import("./baseline-fields.tsx")).TakenBaselineFields,
  ),
  writers: keepers,
  More: ({ record }) => <Drift baseline={record} />,
};

/** What is chosen once is asked for once. */
const newKind: typeof kind = {
  ...kind,
  Fields: lazily<FieldsProps<BaselineBody>>(
    async () => (await import("./baseline-fields.tsx")).NewBaselineFields,
  ),
};

export const BaselineList = () => <KeptList kind={kind} />;
export const NewBaseline = () => <NewKept kind={newKind} />;
export const BaselinePage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
