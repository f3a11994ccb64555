import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/form/form-fields.tsx";
import { OneCiField } from "../../parts/form/one-ci-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { goTo } from "../../shell/follow.ts";
import { duplicateTexts as texts } from "./texts.ts";

export type ReportDuplicateProps = { readonly ciId: string; readonly onClose: () => void };

/** Says that an item is the same thing as another one. */
export const ReportDuplicate = ({ ciId, onClose }: ReportDuplicateProps) => {
  const [otherId, setOtherId] = useState("");
  const [reason, setReason] = useState("");
  const { run, isRunning, problem } = useCommand("POST /ci-duplicates", {
    done: texts.reported,
    onDone: ({ id }) => {
      onClose();
      goTo(`/ci-duplicates/${id}`);
    },
  });
  return (
    <Dialog
      title={texts.report}
      onClose={onClose}
      confirm={{
        text: texts.report,
        isRunning,
        isDisabled: otherId === "" || reason.trim() === "",
        onClick: () => void run({ body: { ciIds: [ciId, otherId], reason: reason.trim() } }),
      }}
    >
      <SpaceBetween size="m">
        <Box>{texts.reportLead}</Box>
        <ProblemAlert problem={problem} />
        <OneCiField label={texts.reportOther} value={otherId} onChange={setOtherId} isRequired />
        <TextField
          label={texts.reportReason}
          name="reason"
          problem={problem}
          value={reason}
          onChange={setReason}
          isRequired
        />
      </SpaceBetween>
    </Dialog>
  );
};
