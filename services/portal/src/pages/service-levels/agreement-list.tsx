import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { conditionText } from "./plain-text.ts";
import { levelTexts as texts } from "./texts.ts";

type Row = Schemas["ListedAgreement"];

const columns: readonly Column<Row>[] = [
  {
    id: "name",
    header: texts.columns.name,
    cell: ({ id, name }) => (
      <Link href={`/agreements/${id}`} onFollow={follow}>
        {name}
      </Link>
    ),
    text: ({ name }) => name,
    width: 240,
    isRowHeader: true,
  },
  { id: "id", header: texts.columns.id, cell: ({ id }) => id, text: ({ id }) => id, width: 120 },
  {
    id: "kind",
    header: texts.columns.kind,
    cell: ({ kind, where }) => `${texts.kinds[kind] ?? kind} ${conditionText(where)}`,
    text: ({ kind, where }) => `${texts.kinds[kind] ?? kind} ${conditionText(where)}`,
    width: 260,
  },
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 120,
  },
  {
    id: "updated",
    header: texts.columns.updated,
    cell: ({ updatedAt }) => <When at={updatedAt} as="distance" />,
    order: ({ updatedAt }) => updatedAt,
    width: 120,
  },
];

/** What is promised: every agreement. */
export const AgreementList = () => {
  const pages = usePages("GET /agreements", { query: {} });
  const viewing = useTableView("agreements");
  return (
    <RecordTable<Row>
      title={texts.agreements}
      description={texts.agreementsLead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      actions={
        <Button variant="primary" href="/agreements/new" onFollow={follow}>
          {texts.newAgreement}
        </Button>
      }
      empty={<Empty title={texts.noAgreements} lead={texts.noAgreementsLead} />}
    />
  );
};
