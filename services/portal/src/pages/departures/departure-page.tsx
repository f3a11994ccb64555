import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { useNames } from "../../parts/names/names.ts";
import { useNow } from "../../parts/now.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { When } from "../../parts/when.tsx";
import { countLeft, type Departure, leftByKind, standOf, unnamedLeft } from "./left.ts";
import { LeftCard } from "./left-card.tsx";
import { departureTexts as texts } from "./texts.ts";

type Props = { readonly departure: Departure };

const actions: readonly Action<Departure>[] = [
  { action: "ask", text: texts.ask, route: "POST /departures/{departureId}/ask", isPrimary: true },
  {
    action: "cancel",
    text: texts.cancel,
    lead: texts.cancelLead,
    isAsked: true,
    route: "POST /departures/{departureId}/cancel",
  },
];

const How = ({ departure }: Props) => {
  const stand = standOf(departure, useNow());
  const { answers, round } = departure;
  const answered = answers.filter((each) => each.round === round).length;
  if (stand === "over") return null;
  return (
    <Alert type={stand === "ends" ? "success" : "info"}>
      <SpaceBetween size="xxs">
        <b>{stand === "left" ? texts.left(countLeft(answers)) : texts.nothingLeft}</b>
        <Box>{stand === "ends" ? texts.endsSoon : texts.howItEnds}</Box>
        {stand === "waits" && <Box>{texts.waitsForDay}</Box>}
        <Box color="text-body-secondary">{texts.answered(answered)}</Box>
      </SpaceBetween>
    </Alert>
  );
};

const Left = ({ departure }: Props) => {
  const { answers } = departure;
  const more = unnamedLeft(answers);
  return (
    <SpaceBetween size="m">
      {leftByKind(answers).map((each) => (
        <LeftCard key={`${each.holder} ${each.kind}`} left={each} />
      ))}
      {more > 0 && <Box>{texts.more(more)}</Box>}
    </SpaceBetween>
  );
};

const Said = ({ departure }: Props) => {
  const { personId, kind, lastAt, handOverTo, leaveTeamIds, note, askedAt, nextAskAt, round } = departure;
  const teams = leaveTeamIds.map((id) => <TeamName key={id} id={id} />);
  return (
    <Container header={<Header variant="h2">{texts.about}</Header>}>
      <KeyValues
        pairs={[
          [texts.person, <PersonName key="person" id={personId} />],
          [texts.kind, texts.kinds[kind]],
          [texts.lastDay, <When key="last" at={lastAt} as="day" />],
          [
            texts.handOverTo,
            handOverTo === undefined ? texts.toTeams : <PersonName key="over" id={handOverTo} />,
          ],
          ...(teams.length === 0 ? [] : [[texts.leaves, <span key="teams">{teams}</span>] as const]),
          [texts.rounds, texts.round(round)],
          [texts.asked, <When key="asked" at={askedAt} as="distance" />],
          [texts.nextAsk, <When key="next" at={nextAskAt} as="distance" />],
          [texts.finished, <When key="finished" at={departure.finishedAt} />],
          [texts.note, note],
        ]}
      />
    </Container>
  );
};

const Shown = ({ departure, read }: Props & { readonly read: Read<Departure> }) => {
  const name = useNames();
  const { id, state, personId, kind } = departure;
  const history = usePages("GET /departures/{departureId}/history", {
    params: { departureId: id },
    query: { limit: 50 },
  });
  const stateText = texts.states[state];
  return (
    <RecordPage
      id={id}
      title={`${name("person", personId)}: ${(texts.kinds[kind] ?? "").toLowerCase()}`}
      state={state}
      {...(stateText === undefined ? {} : { stateText })}
      actions={
        <RecordActions
          record={departure}
          actions={actions}
          onDone={(next) => {
            read.put(next);
            void history.refresh();
          }}
          onConflict={read.refresh}
        />
      }
      side={<Said departure={departure} />}
    >
      <How departure={departure} />
      <Left departure={departure} />
      <Container header={<Header variant="h2">{texts.story}</Header>}>
        <Timeline history={history} telling={{ hidden: ["answers", "nextAskAt", "askedAt"] }} />
      </Container>
    </RecordPage>
  );
};

/** Somebody who leaves or moves: what is still theirs, by kind, and what is done about it. */
export const DeparturePage = ({ departureId }: { readonly departureId: string }) => {
  const read = useRead("GET /departures/{departureId}", { params: { departureId } });
  if (read.value !== undefined) return <Shown key={departureId} departure={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
