import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Change } from "./change-actions.ts";
import { ChangeAlerts, ChangeEvidence, ChangeReview } from "./change-evidence.tsx";
import { ChangeSuspects } from "./change-suspects.tsx";

export type AftermathProps = {
  readonly change: Change;
  readonly mayJudge: boolean;
  readonly onDone: (change: Change) => void;
};

/** What is known of a change once it was begun: most have nothing of it yet, so its code is loaded with the first of it. */
export const ChangeAftermath = ({ change, mayJudge, onDone }: AftermathProps) => (
  <SpaceBetween size="m">
    <ChangeSuspects change={change} mayJudge={mayJudge} onDone={onDone} />
    <ChangeEvidence change={change} />
    <ChangeAlerts change={change} />
    <ChangeReview change={change} />
  </SpaceBetween>
);
