import type { Schemas } from "../../../../../docs/generated/api.ts";
import { lazily } from "../../parts/lazily.tsx";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import type { FreezeBody } from "./freeze-fields.tsx";
import { KeptEditor, NewKept } from "./kept-editor.tsx";
import { type FieldsProps, fieldsOf, type KeptKind } from "./kept-kind.ts";
import { KeptList } from "./kept-list.tsx";
import { managers } from "./managers.ts";
import { ruleTexts as texts } from "./texts.ts";
import { timesText } from "./times-text.ts";

type Freeze = Schemas["ChangeFreeze"];

const kind: KeptKind<Freeze, FreezeBody> = {
  address: "/change-freezes",
  param: "changeFreezeId",
  texts: texts.freezes,
  columns: [
    textColumn("when", texts.when, timesText, { width: 260 }),
    textColumn("reason", texts.freezeReason, ({ reason }) => reason, { width: 300 }),
  ],
  empty: () => ({
    name: "",
    reason: "",
    exception: {
      steps: [
        {
          name: texts.usualException,
          approvers: [{ kind: "role", id: "change-manager" }],
          rule: { kind: "any" },
          oneRejectionEnds: true,
        },
      ],
    },
  }),
  typedOf: fieldsOf,
  Fields: lazily<FieldsProps<FreezeBody>>(async () => (await import("./freeze-fields.tsx")).FreezeFields),
  writers: managers,
};

export const FreezeList = () => <KeptList kind={kind} />;
export const NewFreeze = () => <NewKept kind={kind} />;
export const FreezePage = ({ id }: { readonly id: string }) => <KeptEditor kind={kind} id={id} />;
