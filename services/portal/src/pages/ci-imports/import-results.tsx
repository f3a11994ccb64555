import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useClassName } from "../configuration/use-classes.ts";
import { countsOf, type Import, type ImportedRow, type Run, runsOf, troubleOf } from "./import.ts";
import { resultColumns } from "./result-columns.tsx";
import { importTexts as texts } from "./texts.ts";

type Shown = {
  readonly of: Import;
  readonly run: Run;
  readonly runs: readonly Run[];
  readonly onRun: (run: Run) => void;
  /** Not only what has to be looked at. */
  readonly isAll: boolean;
  readonly onAll: (isAll: boolean) => void;
};

const Rows = ({ of, run, runs, onRun, isAll, onAll }: Shown) => {
  const pages = usePages("GET /ci-imports/{importId}/results", {
    params: { importId: of.id },
    query: { run, only: isAll ? "all" : "trouble", limit: 100 },
  });
  const className = useClassName();
  return (
    <RecordTable<ImportedRow>
      variant="container"
      headingTag="h2"
      title={texts.results}
      pages={pages}
      columns={resultColumns(run, className)}
      viewing={useTableView("ci-import-results", { wrap: true })}
      filters={
        <SpaceBetween direction="horizontal" size="xs">
          {runs.length > 1 && (
            <SegmentedControl
              label={texts.run}
              selectedId={run}
              options={runs.map((id) => ({ id, text: texts.runs[id] ?? id }))}
              onChange={({ detail }) => onRun(detail.selectedId as Run)}
            />
          )}
          <SegmentedControl
            label={texts.only}
            selectedId={isAll ? "all" : "trouble"}
            options={[
              { id: "trouble", text: texts.onlyTrouble },
              { id: "all", text: texts.all },
            ]}
            onChange={({ detail }) => onAll(detail.selectedId === "all")}
          />
        </SpaceBetween>
      }
      empty={<Empty title={texts.noResults} lead={isAll ? undefined : texts.noTroubleLead} />}
    />
  );
};

/** What became of each row, of the newest run unless another is chosen; what somebody has to look at first. */
export const ImportResults = ({ of }: { readonly of: Import }) => {
  const [chosen, setChosen] = useState<Run>();
  const [isAll, setAll] = useState<boolean>();
  const runs = runsOf(of);
  const run = chosen ?? runs.at(-1);
  // Worked out anew, it is another list.
  return run === undefined ? null : (
    <Rows
      key={`${run} ${of.state}`}
      of={of}
      run={run}
      runs={runs}
      onRun={setChosen}
      isAll={isAll ?? troubleOf(countsOf(of, run)) === 0}
      onAll={setAll}
    />
  );
};
