import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { findingTexts as texts } from "./texts.ts";

type Finding = Schemas["ChangeFinding"];

const actions: readonly Action<Finding>[] = [
  {
    action: "acknowledge",
    text: texts.acknowledge,
    route: "POST /change-findings/{changeFindingId}/acknowledge",
    isPrimary: true,
  },
  {
    action: "explain",
    text: texts.explain,
    route: "POST /change-findings/{changeFindingId}/explain",
    lead: texts.explainLead,
    fields: ({ nearbyIds }) => [
      { name: "text", label: texts.how, kind: "paragraph", isRequired: true },
      {
        name: "changeId",
        label: texts.change,
        hint: texts.changeHint,
        kind: "text",
        initial: nearbyIds[0] ?? "",
      },
    ],
  },
  {
    action: "confirm",
    text: texts.confirm,
    route: "POST /change-findings/{changeFindingId}/confirm",
    lead: texts.confirmLead,
    fields: [{ name: "text", label: texts.what, kind: "paragraph", isRequired: true }],
  },
];

type Props = { readonly finding: Finding };

const ChangeLink = ({ id }: { readonly id: string }) => (
  <Link href={`/changes/${id}`} onFollow={follow}>
    {id}
  </Link>
);

const Facts = ({ finding }: Props) => (
  <Container header={<Header variant="h2">{texts.facts}</Header>}>
    <KeyValues
      columns={1}
      pairs={[
        [
          texts.columns.ci,
          <Link key="ci" href={`/cis/${finding.ciId}`} onFollow={follow}>
            {finding.ciName}
          </Link>,
        ],
        [texts.columns.criticality, inWords(finding.criticality)],
        [texts.columns.changed, finding.changed.join(", ")],
        [texts.columns.times, finding.times],
        [texts.first, <When key="first" at={finding.firstAt} />],
        [texts.columns.last, <When key="last" at={finding.lastAt} />],
        [texts.source, finding.sourceId],
        [texts.owner, <PersonName key="owner" id={finding.ownerId} />],
        [texts.team, <TeamName key="team" id={finding.teamId} />],
        [texts.columns.takenBy, <PersonName key="taken" id={finding.takenBy} />],
        [texts.incident, finding.opensIncident ? texts.incidentOpened : texts.noIncident],
      ]}
    />
  </Container>
);

const Outcome = ({ finding: { text, changeId, settledBy, settledAt } }: Props) =>
  text === undefined ? null : (
    <Container header={<Header variant="h2">{texts.outcome}</Header>}>
      <p className="words">{text}</p>
      {changeId !== undefined && <ChangeLink id={changeId} />}
      <Box variant="small">
        {texts.settled} <PersonName id={settledBy} />, <When at={settledAt} />
      </Box>
    </Container>
  );

const Shown = ({ finding, read }: Props & { readonly read: Read<Finding> }) => {
  const history = usePages("GET /change-findings/{changeFindingId}/history", {
    params: { changeFindingId: finding.id },
    query: { limit: 50 },
  });
  const onDone = (next: Finding): void => {
    read.put(next);
    void history.refresh();
  };
  return (
    <RecordPage
      id={finding.id}
      title={`${texts.finding}: ${finding.ciName}`}
      state={finding.state}
      actions={<RecordActions record={finding} actions={actions} onDone={onDone} onConflict={read.refresh} />}
      alert={<ChangedElsewhere read={read} />}
      side={<Facts finding={finding} />}
    >
      <Outcome finding={finding} />
      <Container header={<Header variant="h2">{texts.nearby}</Header>}>
        {finding.nearbyIds.length === 0 && <Box>{texts.noNearby}</Box>}
        <SpaceBetween direction="horizontal" size="s">
          {finding.nearbyIds.map((id) => (
            <ChangeLink key={id} id={id} />
          ))}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{texts.story}</Header>}>
        <Timeline history={history} />
      </Container>
    </RecordPage>
  );
};

/** One CI that was changed without a change, and how it came about. */
export const FindingPage = ({ findingId }: { readonly findingId: string }) => {
  const read = useRead("GET /change-findings/{changeFindingId}", { params: { changeFindingId: findingId } });
  if (read.value !== undefined) return <Shown finding={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
