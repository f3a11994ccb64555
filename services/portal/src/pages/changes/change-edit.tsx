import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type Bound, textOf } from "../../parts/form/bound.ts";
import { RecordField } from "../../parts/form/record-field.tsx";
import { EditDialog } from "../../parts/record/edit-dialog.tsx";
import type { useEditing } from "../../parts/record/use-editing.ts";
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
  const warning = warningOf(change);
  return (
    <EditDialog title={texts.editTitle} size="large" editing={editing}>
      {warning !== undefined && <Alert type="warning">{warning}</Alert>}
      <Form change={change} editing={editing} />
    </EditDialog>
  );
};
