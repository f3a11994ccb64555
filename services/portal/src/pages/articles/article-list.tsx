import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { useNames } from "../../parts/names/names.ts";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { personColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { type ArticleListed, articleLists } from "./article-lists.ts";
import { TaskList } from "./task-list.tsx";
import { articleTexts as texts } from "./texts.ts";

type Row = Schemas["ListedArticle"];

const names = texts.columns;
const headOf = ({ latest, published, withdrawn }: Row) => latest ?? published ?? withdrawn;

const columns: readonly Column<Row>[] = [
  {
    id: "title",
    header: names.title,
    cell: (row) => (
      <Link href={`/articles/${row.id}`} onFollow={follow}>
        {headOf(row)?.title ?? row.id}
      </Link>
    ),
    text: (row) => `${row.id} ${headOf(row)?.title ?? ""}`,
    width: 320,
    isRowHeader: true,
  },
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 130,
  },
  {
    id: "kind",
    header: names.kind,
    cell: (row) => texts.kinds[headOf(row)?.kind ?? ""] ?? "–",
    text: (row) => texts.kinds[headOf(row)?.kind ?? ""],
    width: 130,
  },
  {
    id: "audience",
    header: names.audience,
    cell: (row) => texts.audiences[headOf(row)?.audience ?? ""] ?? "–",
    text: (row) => texts.audiences[headOf(row)?.audience ?? ""],
    width: 160,
  },
  {
    id: "language",
    header: names.language,
    cell: (row) => headOf(row)?.language ?? "–",
    text: (row) => headOf(row)?.language,
    width: 110,
  },
  personColumn("owner", names.owner, ({ ownerId }) => ownerId),
  {
    id: "valid",
    header: names.valid,
    cell: ({ validTo, hiddenAt }) =>
      hiddenAt === undefined ? (
        <When at={validTo} as="day" />
      ) : (
        <StatusIndicator type="error">{texts.hidden}</StatusIndicator>
      ),
    order: ({ validTo }) => validTo,
    width: 140,
  },
  sinceColumn("updated", names.updated, ({ updatedAt }) => updatedAt),
];

const List = ({ list }: { readonly list: ArticleListed }) => {
  const pages = usePages("GET /articles", { query: list.query });
  const viewing = useTableView("articles");
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={list.text}
      pages={pages}
      columns={columns}
      viewing={viewing}
      empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
    />
  );
};

/** What was written, and what is to be done about it. */
export const ArticleList = () => {
  const me = useMe();
  const name = useNames();
  const lists = articleLists(me, (id) => name("team", id));
  const [chosen, setChosen] = useState("mine");
  const list = lists.find(({ id }) => id === chosen);
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        actions={
          <Button variant="primary" href="/articles/new" onFollow={follow}>
            {texts.write}
          </Button>
        }
      >
        {texts.articles}
      </Header>
      <SegmentedControl
        label={texts.articles}
        selectedId={chosen}
        options={lists.map(({ id, text }) => ({ id, text }))}
        onChange={({ detail }) => setChosen(detail.selectedId)}
      />
      {list !== undefined && <List key={list.id} list={list} />}
      <TaskList />
    </SpaceBetween>
  );
};
