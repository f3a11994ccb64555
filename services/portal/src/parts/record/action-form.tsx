import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { Dialog } from "../dialog.tsx";
import { bodyOfFields, type Entered, type FieldSpec, missingFields } from "../form/field-spec.ts";
import { SpecFields } from "../form/spec-fields.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { useDraft } from "../use-draft.ts";

export type ActionFormProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly fields: readonly FieldSpec[];
  /** Names the draft of what is entered. */
  readonly draft: string;
  readonly problem: ApiProblem | undefined;
  readonly isRunning: boolean;
  /** Answers whether it was done. */
  readonly onSubmit: (body: Record<string, unknown>) => Promise<boolean>;
  readonly onClose: () => void;
};

/** Asks for what an action needs; what is entered is kept until it is done. */
export const ActionForm = ({ title, lead, fields, draft: name, ...props }: ActionFormProps) => {
  const draft = useDraft<Entered>(name, {});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const submit = async (): Promise<void> => {
    const lacking = missingFields(fields, draft.value);
    setMissing(lacking);
    if (lacking.length > 0) return;
    if (await props.onSubmit(bodyOfFields(fields, draft.value))) draft.clear();
  };
  return (
    <Dialog
      title={title}
      onClose={props.onClose}
      confirm={{ text: title, isRunning: props.isRunning, onClick: () => void submit() }}
    >
      <SpaceBetween size="m">
        {lead !== undefined && <Box>{lead}</Box>}
        <ProblemAlert problem={props.problem} />
        <SpecFields
          fields={fields}
          entered={draft.value}
          onChange={draft.set}
          missing={missing}
          problem={props.problem}
        />
      </SpaceBetween>
    </Dialog>
  );
};
