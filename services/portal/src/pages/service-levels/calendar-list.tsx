import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { follow } from "../../shell/follow.ts";
import { levelTexts as texts } from "./texts.ts";

type Row = Schemas["ListedCalendar"];

const columns: readonly Column<Row>[] = [
  {
    id: "name",
    header: texts.columns.name,
    cell: ({ id, name }) => (
      <Link href={`/calendars/${id}`} onFollow={follow}>
        {name}
      </Link>
    ),
    text: ({ name }) => name,
    width: 260,
    isRowHeader: true,
  },
  { id: "id", header: texts.columns.id, cell: ({ id }) => id, text: ({ id }) => id, width: 120 },
  {
    id: "zone",
    header: texts.columns.zone,
    cell: ({ timeZone }) => timeZone,
    text: ({ timeZone }) => timeZone,
    width: 180,
  },
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 120,
  },
];

/** When time counts: every calendar. */
export const CalendarList = () => {
  const pages = usePages("GET /calendars", { query: {} });
  const viewing = useTableView("calendars");
  return (
    <RecordTable<Row>
      title={texts.calendars}
      description={texts.calendarsLead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      actions={
        <Button variant="primary" href="/calendars/new" onFollow={follow}>
          {texts.newCalendar}
        </Button>
      }
      empty={<Empty title={texts.noCalendars} lead={texts.noCalendarsLead} />}
    />
  );
};
