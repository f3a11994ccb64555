import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { checkAnswers } from "../../../../../shared/forms/check-answers.ts";
import type { Answers, FormDefinition } from "../../../../../shared/forms/form.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { AnswerFields } from "../../parts/form/answer-fields.tsx";
import { faultsByField } from "../../parts/form/faults-by-field.ts";
import { NumberField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { partTexts } from "../../texts/parts.ts";
import { requestTexts as texts } from "./texts.ts";

type Item = Schemas["RequestItem"];

export type ReviseItemProps = {
  readonly item: Item;
  /** The item as it is afterwards. */
  readonly onDone: (item: Item) => void;
  /** Somebody was faster: shows how it is now. */
  readonly onConflict: () => unknown;
  readonly onClose: () => void;
};

type Wanted = { readonly answers: Answers; readonly quantity: string };

const useRevising = ({ item, onDone, onConflict, onClose }: ReviseItemProps, form: FormDefinition) => {
  const begin: Wanted = { answers: item.answers as Answers, quantity: String(item.quantity) };
  const draft = useDraft<Wanted>(`${item.id}.revise`, begin);
  const [isTried, setTried] = useState(false);
  const { answers, faults } = checkAnswers(form, draft.value.answers);
  const close = (): void => {
    draft.clear();
    onClose();
  };
  const revise = useCommand("PATCH /request-items/{requestItemId}", {
    done: texts.revised,
    onDone: (next) => {
      onDone(next);
      close();
    },
  });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (faults.length > 0) return;
    const quantity = Math.max(1, Number(draft.value.quantity) || 1);
    const asked = { params: { requestItemId: item.id }, body: { answers, quantity }, version: item.version };
    if ((await revise.run(asked)) === undefined) await onConflict();
  };
  return { draft, faults: isTried ? faultsByField(faults) : {}, revise, submit, close };
};

type Edition = Schemas["CatalogItemEdition"];

const Form = ({ edition, ...props }: ReviseItemProps & { readonly edition: Edition }) => {
  const form = edition.form as FormDefinition;
  const { draft, faults, revise, submit, close } = useRevising(props, form);
  return (
    <Dialog
      title={texts.reviseTitle(props.item.name)}
      onClose={close}
      confirm={{ text: partTexts.save, isRunning: revise.isRunning, onClick: () => void submit() }}
    >
      <SpaceBetween size="m">
        <p>{texts.reviseLead}</p>
        <ProblemAlert problem={revise.problem} />
        <AnswerFields
          form={form}
          answers={draft.value.answers}
          faults={faults}
          currency={edition.price?.currency}
          onChange={(answers) => draft.set({ ...draft.value, answers })}
        />
        {edition.mostQuantity > 1 && (
          <NumberField
            label={texts.quantity}
            name="quantity"
            problem={revise.problem}
            value={draft.value.quantity}
            onChange={(quantity) => draft.set({ ...draft.value, quantity })}
          />
        )}
      </SpaceBetween>
    </Dialog>
  );
};

/** Changes what was ordered while it waits for approval, by the form of the edition that was ordered. */
export const ReviseItem = (props: ReviseItemProps) => {
  const { catalogItemId, edition } = props.item;
  const { value, problem } = useRead(
    "GET /catalog-items/{catalogItemId}/edition",
    { params: { catalogItemId }, query: { edition } },
    { everyMs: 0 },
  );
  if (value === undefined)
    return problem === undefined ? <Spinner /> : <ProblemAlert problem={problem} onRetry={props.onClose} />;
  return <Form edition={value} {...props} />;
};
