import { useState } from "react";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, personColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { findingTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /change-findings">;
type State = Row["state"];

const names = texts.columns;
const states: readonly State[] = ["open", "acknowledged", "explained", "confirmed"];

const columns: readonly Column<Row>[] = [
  linkColumn("id", names.id, "/change-findings", ({ id }) => id, 130),
  textColumn("ci", names.ci, ({ ciName, ciId }) => `${ciName} (${ciId})`, { width: 220 }),
  textColumn("criticality", names.criticality, ({ criticality }) => inWords(criticality), { width: 110 }),
  textColumn("changed", names.changed, ({ changed }) => changed.join(", "), { width: 220 }),
  { id: "times", header: names.times, cell: ({ times }) => times, order: ({ times }) => times, width: 100 },
  sinceColumn("last", names.last, ({ lastAt }) => lastAt),
  personColumn("taken", names.takenBy, ({ takenBy }) => takenBy),
];

/** CIs that were found to be otherwise without a change, by what became of it. */
export const FindingList = () => {
  const [state, setState] = useState<State>("open");
  const pages = usePages("GET /change-findings", { query: { state, limit: 100 } });
  const viewing = useTableView("change-findings");
  return (
    <RecordTable<Row>
      title={texts.findings}
      description={texts.lead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      nameOf={({ id, ciName }) => `${id} ${ciName}`}
      filters={
        <SegmentedControl
          label={names.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: inWords(id) }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      empty={<Empty title={texts.none} lead={texts.noneLead} />}
    />
  );
};
