import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useCommand } from "../../api/use-command.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import type { Change } from "./change-actions.ts";
import { workTexts as texts } from "./work-texts.ts";

type Props = {
  readonly change: Change;
  readonly mayJudge: boolean;
  readonly onDone: (change: Change) => void;
};
type Suspect = NonNullable<Change["suspects"]>[number];

/** Signs of what was judged: nothing is resolved by it, so a confirmed one is no success. */
const signs: Readonly<Record<Suspect["state"], string>> = {
  proposed: "pending",
  confirmed: "disputed",
  dismissed: "dismissed",
};

/** Incidents that the change may have caused, and people's judgement of each. */
export const ChangeSuspects = ({ change, mayJudge, onDone }: Props) => {
  const { run, isRunning, problem } = useCommand("POST /changes/{changeId}/suspected-incidents", {
    done: texts.judgedDone,
    onDone,
  });
  const { suspects = [] } = change;
  if (suspects.length === 0) return null;
  const judge = (incidentId: string, caused: boolean): void => {
    void run({ params: { changeId: change.id }, body: { incidentId, caused } });
  };
  return (
    <Container header={<Header variant="h2">{texts.suspects}</Header>}>
      <SpaceBetween size="s">
        <Box color="text-body-secondary">{texts.suspectsLead}</Box>
        <ProblemAlert problem={problem} />
        {suspects.map(({ incidentId, openedAt, state }) => (
          <SpaceBetween key={incidentId} direction="horizontal" size="s" alignItems="center">
            <Link href={`/incidents/${incidentId}`} onFollow={follow}>
              {incidentId}
            </Link>
            <When at={openedAt} />
            <StateBadge state={signs[state]} text={texts.suspectStates[state] ?? state} />
            {mayJudge && state !== "confirmed" && (
              <Button disabled={isRunning} onClick={() => judge(incidentId, true)}>
                {texts.confirm(incidentId)}
              </Button>
            )}
            {mayJudge && state !== "dismissed" && (
              <Button disabled={isRunning} onClick={() => judge(incidentId, false)}>
                {texts.dismiss(incidentId)}
              </Button>
            )}
          </SpaceBetween>
        ))}
      </SpaceBetween>
    </Container>
  );
};
