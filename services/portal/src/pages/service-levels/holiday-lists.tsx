import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { levelTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /holiday-lists">;
type State = Row["state"];

const names = texts.columns;
const states: readonly State[] = ["active", "retired"];

const columns: readonly Column<Row>[] = [
  linkColumn("name", names.name, "/holiday-lists", ({ name }) => name, 260),
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 120,
  },
  sinceColumn("updated", names.updated, ({ updatedAt }) => updatedAt),
];

/** Days off that calendars share: every list. */
export const HolidayLists = () => {
  const [state, setState] = useState<State>("active");
  const pages = usePages("GET /holiday-lists", { query: { state, limit: 100 } });
  const viewing = useTableView("holiday-lists");
  return (
    <RecordTable<Row>
      title={texts.holidayLists}
      description={texts.holidayListsLead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      filters={
        <SegmentedControl
          label={names.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: inWords(id) }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      actions={
        <Button variant="primary" href="/holiday-lists/new" onFollow={follow}>
          {texts.newHolidayList}
        </Button>
      }
      empty={<Empty title={texts.noHolidayLists} lead={texts.noHolidayListsLead} />}
    />
  );
};
