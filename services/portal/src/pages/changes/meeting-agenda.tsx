import Badge from "@cloudscape-design/components/badge";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReplyOf } from "../../api/request.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { BoardDecision } from "./board-decision.tsx";
import { Risk } from "./risk.tsx";
import { changeTexts as texts } from "./texts.ts";

type Agenda = ReplyOf<"GET /change-meetings/{changeMeetingId}/agenda">;
type Item = Agenda["items"][number];
const Entry = ({ item }: { readonly item: Item }) => (
  <SpaceBetween size="xxs">
    <SpaceBetween direction="horizontal" size="xs">
      <b>{texts.decisionKinds[item.kind]}</b>
      <Link href={`/changes/${item.changeId}`} onFollow={follow}>
        {item.changeId} {item.title}
      </Link>
      <Risk risk={item.risk} />
      {item.isPressing && <Badge color="severity-medium">{texts.pressing}</Badge>}
      {item.verdict !== undefined && <b>{texts.verdicts[item.verdict]}</b>}
    </SpaceBetween>
    <div>
      <When at={item.plannedStart} />
      {item.conflicts > 0 && ` · ${texts.conflictsOf(item.conflicts)}`}
      {item.chancePercent !== undefined && ` · ${texts.chance(item.chancePercent)}`}
    </div>
    {item.note !== undefined && (
      <p className="words">
        {texts.noted}: {item.note}
      </p>
    )}
  </SpaceBetween>
);

type Props = {
  readonly meetingId: string;
  readonly mayDecide: boolean;
  readonly attendeeIds: readonly string[];
};

const Items = ({ read, meetingId, mayDecide, attendeeIds }: Props & { readonly read: Read<Agenda> }) => {
  const items = read.value?.items ?? [];
  if (read.value !== undefined && items.length === 0) return <Empty title={texts.noAgenda} />;
  return (
    <SpaceBetween size="m">
      {items.map((item) => (
        <div key={item.changeId}>
          <Entry item={item} />
          {mayDecide && item.kind === "decision" && item.state === "authorize" && (
            <BoardDecision
              changeId={item.changeId}
              meetingId={meetingId}
              attendeeIds={attendeeIds}
              onDone={() => void read.refresh()}
            />
          )}
        </div>
      ))}
    </SpaceBetween>
  );
};

/** What a meeting is to decide and look back on. */
export const MeetingAgenda = (props: Props) => {
  const read = useRead("GET /change-meetings/{changeMeetingId}/agenda", {
    params: { changeMeetingId: props.meetingId },
  });
  return (
    <Container header={<Header variant="h2">{texts.agenda}</Header>}>
      <ProblemAlert problem={read.problem} onRetry={read.refresh} />
      <Items read={read} {...props} />
    </Container>
  );
};
