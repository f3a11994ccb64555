import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/form/form-fields.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { notify } from "../../shell/notices.ts";
import { assessmentTexts as texts } from "./assessment-texts.ts";

type Mark = BodyOf<"POST /impact-assessments/{subjectId}/mark">;

/** Says of an item whether it is impacted; answers whether that was taken. */
export const useMarking = (subjectId: string, onDone: () => void) => {
  const { run, isRunning, problem, forget } = useCommand("POST /impact-assessments/{subjectId}/mark");
  const mark = async (body: Mark): Promise<boolean> => {
    const isDone = (await run({ params: { subjectId }, body })) !== undefined;
    if (!isDone) return false;
    notify("success", body.isImpacted ? texts.undone : texts.done);
    onDone();
    return true;
  };
  return { mark, isRunning, problem, forget };
};

type Props = {
  readonly ci: { readonly id: string; readonly name: string };
  readonly marking: ReturnType<typeof useMarking>;
  readonly onClose: () => void;
};

/** Asks why an item is not impacted. */
export const MarkDialog = ({ ci, marking, onClose }: Props) => {
  const [reason, setReason] = useState("");
  const close = (): void => {
    marking.forget();
    onClose();
  };
  const submit = async (): Promise<void> => {
    const text = reason.trim();
    const body = { ciId: ci.id, isImpacted: false, ...(text === "" ? {} : { reason: text }) };
    if (await marking.mark(body)) close();
  };
  return (
    <Dialog
      title={texts.notTitle(ci.name)}
      onClose={close}
      confirm={{ text: texts.not, isRunning: marking.isRunning, onClick: () => void submit() }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={marking.problem} />
        <Box>{texts.notLead}</Box>
        <TextField
          label={texts.reason}
          name="reason"
          problem={marking.problem}
          value={reason}
          onChange={setReason}
        />
      </SpaceBetween>
    </Dialog>
  );
};
