import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Dialog } from "../../parts/dialog.tsx";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { RecordField } from "../../parts/form/record-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { ConflictDialog } from "../../parts/record/conflict-dialog.tsx";
import type { useEditing } from "../../parts/record/use-editing.ts";
import { partTexts } from "../../texts/parts.ts";
import type { Change } from "./change-actions.ts";
import { ChangeFields, type Handling } from "./change-fields.tsx";
import { editedChange, mayChooseModel, scope, shownEdit, typedEdit } from "./edited-change.ts";
import { changeFormTexts as texts } from "./form-texts.ts";
import type { OpenBody } from "./open-body.ts";
import { askedFor, useHandling } from "./use-handling.ts";

export type ChangeEditProps = {
  readonly change: Change;
  readonly editing: ReturnType<typeof useEditing<Change>>;
};

/** What has to be known before one types: that an approval is lost by it, or that it is too late for most of it. */
const warningOf = ({ state }: Change): string | undefined => {
  if (state === "authorize" || state === "scheduled") return texts.voids;
  return state === "implement" ? texts.settled : undefined;
};

const handlingOf = ({ state }: Change, handling: Handling): Handling =>
  state === "implement" ? { ...handling, locked: [...handling.locked, ...scope] } : handling;

const Form = ({ change, editing }: ChangeEditProps) => {
  const { modelId } = shownEdit({ modelId: change.modelId ?? null, ...editing.yours });
  const { handling } = useHandling({
    way: change.type === "emergency" ? "emergency" : "normal",
    templateId: change.templateId,
    modelId,
  });
  const form: Bound<OpenBody> = {
    value: shownEdit(editing.yours),
    set: (typed) => editing.change(typedEdit(editedChange(change), typed)),
    problem: editing.problem,
  };
  const asked = askedFor(handling);
  return (
    <SpaceBetween size="m">
      {mayChooseModel(change) && <RecordField {...textOf(form, "modelId", texts.model)} of="change_model" />}
      {asked !== "" && <Box color="text-body-secondary">{texts.asks(asked)}</Box>}
      <ChangeFields form={form} handling={handlingOf(change, handling)} />
    </SpaceBetween>
  );
};

/** Plans, moves, assigns and corrects a change, together with whoever else is doing so. */
export const ChangeEdit = ({ change, editing }: ChangeEditProps) => {
  if (editing.conflicts !== undefined)
    return (
      <ConflictDialog
        conflicts={editing.conflicts}
        onMerge={(keepTheirs) => void editing.merge(keepTheirs)}
        onClose={editing.giveUpMerge}
      />
    );
  const warning = warningOf(change);
  return (
    <Dialog
      title={texts.editTitle}
      size="large"
      onClose={editing.close}
      confirm={{ text: partTexts.save, isRunning: editing.isRunning, onClick: () => void editing.submit() }}
    >
      <SpaceBetween size="m">
        {warning !== undefined && <Alert type="warning">{warning}</Alert>}
        <ProblemAlert problem={editing.problem} />
        <Form change={change} editing={editing} />
      </SpaceBetween>
    </Dialog>
  );
};
