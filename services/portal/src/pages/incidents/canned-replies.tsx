import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { plainWords } from "../../api/plain-words.ts";
import { useCommand } from "../../api/use-command.ts";
import { useWhole } from "../../api/use-whole.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { notify } from "../../shell/notices.ts";
import { partTexts } from "../../texts/parts.ts";

import { incidentWorkTexts as texts } from "./work-texts.ts";

export type CannedRepliesProps = {
  readonly incidentId: string;
  readonly onInsert: (text: string) => void;
  readonly onClose: () => void;
};

/** Replies to choose from; the chosen one is filled in for the incident. */
export const CannedReplies = ({ incidentId, onInsert, onClose }: CannedRepliesProps) => {
  const replies = useWhole("GET /canned-replies", { query: { state: "active", limit: 100 } });
  const render = useCommand("GET /canned-replies/{replyId}/render", {
    onDone: ({ text }) => {
      onInsert(text);
      onClose();
    },
    onRefused: (problem) => notify("error", plainWords(problem)),
  });
  return (
    <Modal visible header={texts.replies} closeAriaLabel={partTexts.close} onDismiss={onClose}>
      <SpaceBetween size="s">
        <Box>{texts.repliesLead}</Box>
        <ProblemAlert problem={replies.problem} onRetry={replies.refresh} />
        {replies.isLoading && <Spinner />}
        {!replies.isLoading && replies.items.length === 0 && <Box>{texts.noReplies}</Box>}
        <ul className="plain">
          {replies.items.map(({ id, name }) => (
            <li key={id}>
              <Button
                ariaLabel={texts.use(name)}
                disabled={render.isRunning}
                onClick={() => void render.run({ params: { replyId: id }, query: { incidentId } })}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </Modal>
  );
};
