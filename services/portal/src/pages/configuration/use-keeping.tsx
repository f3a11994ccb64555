import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import { type ReactNode, useState } from "react";
import { lazily } from "../../parts/lazily.tsx";
import { useEditing } from "../../parts/record/use-editing.ts";
import { hasRole, useMe } from "../../session/me.ts";
import type { ReportDuplicateProps } from "../ci-duplicates/report-duplicate.tsx";
import { duplicateTexts } from "../ci-duplicates/texts.ts";
import type { CiEditProps } from "./ci-edit.tsx";
import { type Ci, editBodyOf, editedCi } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";
import { keepers } from "./keepers.ts";
import type { ReclassifyProps } from "./reclassify.tsx";

const CiEdit = lazily<CiEditProps>(async () => (await import("./ci-edit.tsx")).CiEdit);
const Reclassify = lazily<ReclassifyProps>(async () => (await import("./reclassify.tsx")).Reclassify);
const ReportDuplicate = lazily<ReportDuplicateProps>(
  async () => (await import("../ci-duplicates/report-duplicate.tsx")).ReportDuplicate,
);

const items = [
  { id: "edit", text: texts.editTitle },
  { id: "reclassify", text: texts.reclassify },
  { id: "duplicate", text: duplicateTexts.report },
];

/** What those do with an item who keep what is known of it: the button of it, and the dialog that it opens. */
export const useKeeping = (ci: Ci, onDone: () => void) => {
  const me = useMe();
  const mayWrite = hasRole(me, ...keepers) && ci.state !== "retired";
  const [asked, setAsked] = useState<string>();
  const close = (): void => setAsked(undefined);
  const editing = useEditing<Ci>({
    record: ci,
    fields: editedCi(ci),
    save: "PATCH /cis/{ciId}",
    read: "GET /cis/{ciId}",
    fieldsOf: editedCi,
    bodyOf: editBodyOf,
    onDone,
  });
  const button: ReactNode = mayWrite && (
    <ButtonDropdown
      items={items}
      onItemClick={({ detail: { id } }) => (id === "edit" ? editing.open() : setAsked(id))}
    >
      {texts.correct}
    </ButtonDropdown>
  );
  const dialogs: ReactNode = mayWrite && (
    <>
      {editing.isOpen && <CiEdit ci={ci} editing={editing} />}
      {asked === "reclassify" && <Reclassify ci={ci} onDone={onDone} onClose={close} />}
      {asked === "duplicate" && <ReportDuplicate ciId={ci.id} onClose={close} />}
    </>
  );
  return { mayWrite, button, dialogs };
};
