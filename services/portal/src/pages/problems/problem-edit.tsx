import SpaceBetween from "@cloudscape-design/components/space-between";
import { Dialog } from "../../parts/dialog.tsx";
import type { Bound } from "../../parts/form/bound.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { ConflictDialog } from "../../parts/record/conflict-dialog.tsx";
import type { useEditing } from "../../parts/record/use-editing.ts";
import { partTexts } from "../../texts/parts.ts";
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
  if (editing.conflicts !== undefined)
    return (
      <ConflictDialog
        conflicts={editing.conflicts}
        onMerge={(keepTheirs) => void editing.merge(keepTheirs)}
        onClose={editing.giveUpMerge}
      />
    );
  const form: Bound<OpenBody> = {
    value: shownEdit(editing.yours),
    set: (typed) => editing.change(typedEdit(editedProblem(record), typed)),
    problem: editing.problem,
  };
  return (
    <Dialog
      title={texts.edit}
      size="large"
      onClose={editing.close}
      confirm={{ text: partTexts.save, isRunning: editing.isRunning, onClick: () => void editing.submit() }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={editing.problem} />
        <ProblemFields form={form} />
      </SpaceBetween>
    </Dialog>
  );
};
