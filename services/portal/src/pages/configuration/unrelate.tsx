import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCommand } from "../../api/use-command.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import type { Ci, PageRelation } from "./ci-form.ts";
import { ciEditTexts as texts } from "./edit-texts.ts";

export type UnrelateProps = {
  readonly ci: Ci;
  readonly relation: PageRelation;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Ends a relation, after a question: impact is followed along it. */
export const Unrelate = ({ ci, relation, onDone, onClose }: UnrelateProps) => {
  const { run, isRunning, problem } = useCommand("POST /ci-relations/{relationId}/end", {
    done: texts.unrelated,
    onDone: () => {
      onDone();
      onClose();
    },
  });
  return (
    <Dialog
      title={texts.unrelateTitle}
      onClose={onClose}
      confirm={{
        text: texts.unrelate,
        isRunning,
        onClick: () => void run({ params: { relationId: relation.id }, body: {} }),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={problem} />
        <Box>{texts.unrelateLead(ci.name, relation.name, relation.other.name)}</Box>
      </SpaceBetween>
    </Dialog>
  );
};
