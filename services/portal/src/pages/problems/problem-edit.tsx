import type { Bound } from "../../parts/form/bound.ts";
import { EditDialog } from "../../parts/record/edit-dialog.tsx";
import type { useEditing } from "../../parts/record/use-editing.ts";
import { problemFormTexts as texts } from "./form-texts.ts";
import type { Problem } from "./problem-actions.ts";
import { ProblemFields } from "./problem-fields.tsx";
import { editedProblem, type OpenBody, shownEdit, typedEdit } from "./problem-form.ts";

export type ProblemEditProps = {
  readonly record: Problem;
  readonly editing: ReturnType<typeof useEditing<Problem>>;
};

/** Corrects a problem, together with whoever else is doing so. */
export const ProblemEdit = ({ record, editing }: ProblemEditProps) => {
  const form: Bound<OpenBody> = {
    value: shownEdit(editing.yours),
    set: (typed) => editing.change(typedEdit(editedProblem(record), typed)),
    problem: editing.problem,
  };
  return (
    <EditDialog title={texts.edit} size="large" editing={editing}>
      <ProblemFields form={form} />
    </EditDialog>
  );
};
