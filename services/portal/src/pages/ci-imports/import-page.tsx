import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { type Read, useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { When } from "../../parts/when.tsx";
import { countsOf, type Import, inOrder, isWorking, type Run, runsOf } from "./import.ts";
import { ImportResults } from "./import-results.tsx";
import { outcomeText } from "./result-columns.tsx";
import { importTexts as texts } from "./texts.ts";
import { useSources } from "./use-sources.ts";

const actions: readonly Action<Import>[] = [
  { action: "cancel", text: texts.actions.cancel, route: "POST /ci-imports/{importId}/cancel" },
  {
    action: "undo",
    text: texts.actions.undo,
    route: "POST /ci-imports/{importId}/undo",
    lead: texts.undoLead,
    isAsked: true,
  },
  { action: "check", text: texts.actions.check, route: "POST /ci-imports/{importId}/check" },
  {
    action: "start",
    text: texts.actions.start,
    route: "POST /ci-imports/{importId}/start",
    lead: texts.startLead,
    isAsked: true,
    isPrimary: true,
  },
];

const CountsOfRun = ({ of, run }: { readonly of: Import; readonly run: Run }) => (
  <div>
    <Box variant="h3">{texts.runs[run]}</Box>
    <KeyValues
      columns={4}
      pairs={inOrder(countsOf(of, run)).map(([outcome, count]) => [outcomeText(outcome, run), count])}
    />
  </div>
);

const Counts = ({ of }: { readonly of: Import }) => {
  const runs = runsOf(of);
  return (
    <Container
      header={<Header variant="h2">{runs.at(-1) === "check" ? texts.countsTried : texts.counts}</Header>}
    >
      <SpaceBetween size="m">
        {runs.length === 0 && <Box color="text-body-secondary">{texts.noCounts}</Box>}
        {runs.toReversed().map((run) => (
          <CountsOfRun key={run} of={of} run={run} />
        ))}
      </SpaceBetween>
    </Container>
  );
};

const Working = ({ of }: { readonly of: Import }) => (
  <div aria-live="polite">
    {isWorking(of) && (
      <Alert type="info">
        <Spinner /> {texts.working} {of.progress !== undefined && texts.worked(of.progress.rows, of.rowCount)}
      </Alert>
    )}
  </div>
);

const Shown = ({ of, read }: { readonly of: Import; readonly read: Read<Import> }) => {
  const sources = useSources();
  return (
    <RecordPage
      id={of.id}
      title={of.title ?? `${texts.one} ${of.id}`}
      state={of.state}
      stateText={texts.states[of.state] ?? of.state}
      actions={<RecordActions record={of} actions={actions} onDone={read.put} onConflict={read.refresh} />}
      alert={<Working of={of} />}
    >
      <SpaceBetween size="m">
        <Container>
          <KeyValues
            columns={4}
            pairs={[
              [texts.source, sources.nameOf(of.sourceId)],
              [texts.format, texts.formats[of.format]],
              [texts.columns.rows, of.rowCount],
              [texts.columns.by, <PersonName key="by" id={of.startedBy} />],
              [texts.columns.changed, <When key="changed" at={of.updatedAt} />],
            ]}
          />
        </Container>
        <Counts of={of} />
        <ImportResults of={of} />
      </SpaceBetween>
    </RecordPage>
  );
};

const oftenMs = 2000;
const seldomMs = 30_000;

/** One import: what it would do or did, row by row, and what can be done with it now. */
export const ImportPage = ({ importId }: { readonly importId: string }) => {
  const [isFollowed, setFollowed] = useState(true);
  const read = useRead(
    "GET /ci-imports/{importId}",
    { params: { importId } },
    { everyMs: isFollowed ? oftenMs : seldomMs },
  );
  const working = read.value === undefined || isWorking(read.value);
  if (working !== isFollowed) setFollowed(working);
  if (read.value !== undefined) return <Shown key={importId} of={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
