import Link from "@cloudscape-design/components/link";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { problemTexts as texts } from "./texts.ts";

type Row = {
  readonly id: string;
  readonly state: string;
  readonly title?: string;
  readonly openedAt: string;
};

const columns: readonly Column<Row>[] = [
  {
    id: "title",
    header: texts.columns.title,
    cell: ({ id, title }) => (
      <Link href={`/incidents/${id}`} onFollow={follow}>
        {id} {title ?? ""}
      </Link>
    ),
    text: ({ id, title }) => `${id} ${title ?? ""}`,
    width: 260,
    isRowHeader: true,
  },
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 140,
  },
  {
    id: "opened",
    header: texts.columns.opened,
    cell: ({ openedAt }) => <When at={openedAt} as="distance" />,
    order: ({ openedAt }) => openedAt,
    width: 120,
  },
];

/** The incidents of a problem, the newest first. */
export const ProblemIncidents = ({ problemId }: { readonly problemId: string }) => {
  const pages = usePages("GET /problems/{problemId}/incidents", { params: { problemId } });
  const viewing = useTableView("problem-incidents");
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={texts.incidents}
      pages={pages}
      columns={columns}
      viewing={viewing}
      empty={<Empty title={texts.noIncidents} />}
    />
  );
};
