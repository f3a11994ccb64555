import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useNames } from "../../parts/names/names.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import type { Change } from "./change-actions.ts";
import { changeTexts as texts } from "./texts.ts";

type Approval = NonNullable<Change["approval"]>;
type Step = Approval["steps"][number];
type Seat = Step["seats"][number];

const seatText = ({ personId, role, via, deputies = [] }: Seat, name: (id: string) => string): string => {
  const who = personId === undefined ? texts.role(role ?? "") : name(personId);
  const board = via?.startsWith("board:") ? ` (${texts.board})` : "";
  return [`${who}${board}`, ...deputies.map((each) => texts.deputy(name(each.personId)))].join(" ");
};

const StepShown = ({ step }: { readonly step: Step }) => {
  const names = useNames();
  const name = (id: string): string => names("person", id);
  const decided = new Map(step.ballots.map((ballot) => [ballot.seat, ballot]));
  return (
    <div>
      <SpaceBetween direction="horizontal" size="xs">
        <b>{step.name}</b>
        <StateBadge state={step.state} />
      </SpaceBetween>
      <ul>
        {step.seats.map((seat) => {
          const ballot = decided.get(seat.id);
          return (
            <li key={seat.id}>
              {seatText(seat, name)}
              {ballot !== undefined && (
                <>
                  {": "}
                  <b>{texts.verdicts[ballot.verdict]}</b> <When at={ballot.at} as="distance" />{" "}
                  {ballot.personId !== seat.personId && name(ballot.personId)} {ballot.comment}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** How the question stands, step by step. */
export const ApprovalSteps = ({ approval }: { readonly approval: Approval }) => (
  <SpaceBetween size="s">
    <StateBadge state={approval.state} />
    {approval.steps.map((step) => (
      <StepShown key={step.name} step={step} />
    ))}
  </SpaceBetween>
);

type Props = { readonly title: string; readonly approval: Approval | undefined };

/** Who was asked and what they decided, step by step. */
export const ChangeApproval = ({ title, approval }: Props) => (
  <Container header={<Header variant="h2">{title}</Header>}>
    {approval === undefined ? <Box>{texts.noApproval}</Box> : <ApprovalSteps approval={approval} />}
  </Container>
);
