import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { partTexts as texts } from "../../texts/parts.ts";
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
    <Modal
      visible
      header={title}
      closeAriaLabel={texts.close}
      onDismiss={props.onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onClose}>
              {texts.cancel}
            </Button>
            <Button variant="primary" loading={props.isRunning} onClick={() => void submit()}>
              {title}
            </Button>
          </SpaceBetween>
        </Box>
      }
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
    </Modal>
  );
};
