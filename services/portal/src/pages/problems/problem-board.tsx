import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type Pages, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { CandidateList } from "./candidate-list.tsx";
import { problemFormTexts as formTexts } from "./form-texts.ts";
import { useOpenProblems } from "./open-problems.ts";
import { works } from "./problem-actions.ts";
import { problemColumns, type Row } from "./problem-columns.tsx";
import { problemTexts as texts } from "./texts.ts";

type State = Row["state"];

const List = ({ title, pages }: { readonly title: string; readonly pages: Pages<Row> }) => {
  const viewing = useTableView("problems");
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={title}
      pages={pages}
      columns={problemColumns}
      viewing={viewing}
      empty={<Empty title={texts.noProblems} lead={texts.noProblemsLead} />}
    />
  );
};

const Problems = ({ shown }: { readonly shown: State | "open" }) => {
  const open = useOpenProblems(shown === "open");
  const inState = usePages("GET /problems", shown === "open" ? undefined : { query: { state: shown } });
  return shown === "open" ? (
    <List title={texts.open} pages={open} />
  ) : (
    <List title={texts.states[shown] ?? shown} pages={inState} />
  );
};

/** Causes: those that are being looked for, and what keeps coming back and may have one. */
export const ProblemBoard = () => {
  const me = useMe();
  const [state, setState] = useState<State | "open">("open");
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          works(me) && (
            <Button variant="primary" href="/problems/new" onFollow={follow}>
              {formTexts.open}
            </Button>
          )
        }
      >
        {texts.board}
      </Header>
      <CandidateList />
      <SegmentedControl
        label={texts.inState}
        selectedId={state}
        options={[
          { id: "open", text: texts.open },
          ...Object.entries(texts.states).map(([id, text]) => ({ id, text })),
        ]}
        onChange={({ detail }) => setState(detail.selectedId as State | "open")}
      />
      <Problems key={state} shown={state} />
    </SpaceBetween>
  );
};
