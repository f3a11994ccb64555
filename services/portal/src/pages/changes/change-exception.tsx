import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { KeyValues } from "../../parts/key-values.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { type Change, decideException } from "./change-actions.ts";
import { ApprovalSteps } from "./change-approval.tsx";
import { changeTexts } from "./texts.ts";
import { workTexts as texts } from "./work-texts.ts";

type Props = {
  /** With what the person may do. */
  readonly change: Change;
  readonly onDone: (change: Change) => void;
  readonly onConflict: () => unknown;
};

/** Whether a change may be done in a freeze: who asked why, who decides, and what they said. */
export const ChangeException = ({ change, onDone, onConflict }: Props) => {
  const { exception } = change;
  if (exception === undefined) return null;
  const { state, from, to, freezeIds, reason, approval } = exception;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <RecordActions
              record={change}
              actions={decideException}
              onDone={onDone}
              onConflict={onConflict}
            />
          }
        >
          {changeTexts.exception}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <StateBadge state={state} text={texts.exceptionStates[state] ?? state} />
        <KeyValues
          columns={1}
          pairs={[
            [
              texts.exceptionFor,
              <span key="for">
                <When at={from} /> – <When at={to} />
              </span>,
            ],
            [
              texts.freezes,
              <SpaceBetween key="freezes" direction="horizontal" size="xs">
                {freezeIds.map((id) => (
                  <Link key={id} href={`/change-freezes/${id}`} onFollow={follow}>
                    {id}
                  </Link>
                ))}
              </SpaceBetween>,
            ],
            [texts.why, reason],
          ]}
        />
        <ApprovalSteps approval={approval} />
      </SpaceBetween>
    </Container>
  );
};
