import Link from "@cloudscape-design/components/link";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { changeTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /change-meetings">;

const columns: readonly Column<Row>[] = [
  {
    id: "board",
    header: texts.board2,
    cell: ({ id, boardName }) => (
      <Link href={`/change-meetings/${id}`} onFollow={follow}>
        {boardName}
      </Link>
    ),
    text: ({ boardName }) => boardName,
    isRowHeader: true,
  },
  {
    id: "when",
    header: texts.when,
    cell: ({ startsAt }) => <When at={startsAt} />,
    order: ({ startsAt }) => startsAt,
  },
  { id: "place", header: texts.place, cell: ({ place }) => place ?? "–", text: ({ place }) => place },
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
  },
];

/** Meetings of advisory boards that are planned, the next one first. */
export const MeetingsPage = () => {
  const pages = usePages("GET /change-meetings", { query: { limit: 100 } });
  const viewing = useTableView("change-meetings");
  useTitle(texts.meetings);
  return (
    <RecordTable<Row>
      title={texts.meetings}
      pages={pages}
      columns={columns}
      viewing={viewing}
      nameOf={({ boardName, startsAt }) => `${boardName} ${startsAt}`}
      empty={<Empty title={texts.noMeetings} lead={texts.noMeetingsLead} />}
    />
  );
};
