import type { Bound } from "../../parts/form/bound.ts";
import { EditDialog } from "../../parts/record/edit-dialog.tsx";
import type { useEditing } from "../../parts/record/use-editing.ts";
import { CiFields } from "./ci-fields.tsx";
import { type Ci, type CiBody, editedCi, shownEdit, typedEdit } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";

export type CiEditProps = { readonly ci: Ci; readonly editing: ReturnType<typeof useEditing<Ci>> };

/** Corrects what is known of an item, together with whoever else is doing so. */
export const CiEdit = ({ ci, editing }: CiEditProps) => {
  const form: Bound<CiBody> = {
    value: shownEdit(editing.yours, ci.classId),
    set: (typed) => editing.change(typedEdit(editedCi(ci), typed)),
    problem: editing.problem,
  };
  return (
    <EditDialog title={texts.editTitle} size="large" editing={editing}>
      <CiFields form={form} />
    </EditDialog>
  );
};
