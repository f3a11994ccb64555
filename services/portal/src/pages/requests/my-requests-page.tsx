import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { personColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { priceText } from "../catalog/price-text.ts";
import { requestTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /requests">;

const namesOf = ({ items }: Row): string => items.map(({ name }) => name).join(", ");

const columns: readonly Column<Row>[] = [
  {
    id: "what",
    header: texts.what,
    cell: (row) => (
      <Link href={`/requests/${row.id}`} onFollow={follow}>
        {namesOf(row)}
      </Link>
    ),
    text: namesOf,
    isRowHeader: true,
    width: 260,
  },
  { id: "id", header: texts.number, cell: ({ id }) => id, text: ({ id }) => id, width: 130 },
  {
    id: "state",
    header: texts.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 170,
  },
  personColumn("for", texts.forWhom, ({ requestedFor }) => requestedFor),
  { id: "price", header: texts.price, cell: priceText },
  {
    id: "placed",
    header: texts.placed,
    cell: ({ placedAt }) => <When at={placedAt} as="distance" />,
    order: ({ placedAt }) => placedAt,
  },
];

/** What the person ordered, and what was ordered for them. */
export const MyRequestsPage = () => {
  const { id } = useMe();
  const pages = usePages("GET /requests", { query: { personId: id, limit: 100 } });
  const viewing = useTableView("my-requests");
  const order = (
    <Button variant="primary" href="/catalog" onFollow={follow}>
      {texts.order}
    </Button>
  );
  return (
    <RecordTable
      title={texts.mine}
      description={texts.mineLead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      actions={order}
      empty={<Empty title={texts.empty} lead={texts.emptyLead} action={order} />}
    />
  );
};
