import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { useNames } from "../../parts/names/names.ts";
import { ActionDialog } from "../../parts/record/action-dialog.tsx";
import { agendaTexts as texts } from "./agenda-texts.ts";
import { boardDecisionOf, fieldsFor } from "./board-decision-body.ts";
import { changeTexts } from "./texts.ts";

type Props = {
  readonly changeId: string;
  readonly meetingId: string;
  readonly attendeeIds: readonly string[];
  readonly onDone: () => void;
};

/** The board's decision, written down by whoever leads the meeting. */
export const BoardDecision = ({ changeId, meetingId, attendeeIds, onDone }: Props) => {
  const name = useNames();
  const [isAsking, setAsking] = useState(false);
  const command = useCommand("POST /changes/{changeId}/board-decision", {
    onDone,
    done: changeTexts.decided,
  });
  const close = (): void => {
    setAsking(false);
    command.forget();
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{texts.decide}</Button>
      {isAsking && (
        <ActionDialog
          title={texts.decide}
          lead={texts.lead}
          fields={fieldsFor(attendeeIds.map((value) => ({ value, text: name("person", value) })))}
          draft={`${meetingId}.${changeId}.decision`}
          problem={command.problem}
          isRunning={command.isRunning}
          onClose={close}
          onSubmit={async (entered) => {
            const body = { meetingId, ...boardDecisionOf(entered) };
            const isDone = (await command.run({ params: { changeId }, body })) !== undefined;
            if (isDone) close();
            return isDone;
          }}
        />
      )}
    </>
  );
};
