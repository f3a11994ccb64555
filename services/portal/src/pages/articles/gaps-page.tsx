import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type Read, useRead } from "../../api/use-read.ts";
import { Empty } from "../../parts/empty.tsx";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { follow } from "../../shell/follow.ts";
import { type Gaps, type Search, searchRows, type Theme, themeRows, writeAddress } from "./gaps.ts";
import { gapsTexts as texts } from "./gaps-texts.ts";

const WriteOne = ({
  title,
  category,
}: {
  readonly title: string;
  readonly category?: string | undefined;
}) => (
  <Button
    variant="inline-link"
    href={writeAddress(title, category)}
    ariaLabel={`${texts.write}: ${title}`}
    onFollow={follow}
  >
    {texts.write}
  </Button>
);

const searchColumns: readonly Column<Search>[] = [
  {
    id: "words",
    header: texts.words,
    cell: ({ words }) => words,
    text: ({ words }) => words,
    width: 320,
    isRowHeader: true,
  },
  { id: "count", header: texts.count, cell: ({ count }) => count, order: ({ count }) => count, width: 120 },
  { id: "write", header: texts.toDo, cell: ({ words }) => <WriteOne title={words} />, width: 180 },
];

const themeColumns: readonly Column<Theme>[] = [
  {
    id: "about",
    header: texts.about,
    cell: ({ about }) => about,
    text: ({ about }) => about,
    width: 220,
    isRowHeader: true,
  },
  {
    id: "without",
    header: texts.without,
    cell: ({ withoutArticle, tickets }) => texts.of(withoutArticle, tickets),
    order: ({ withoutArticle }) => withoutArticle,
    width: 140,
  },
  {
    id: "examples",
    header: texts.examples,
    cell: ({ examples }) => (
      <SpaceBetween direction="horizontal" size="xs">
        {examples.map((id) => (
          <Link key={id} href={`/incidents/${id}`} onFollow={follow}>
            {id}
          </Link>
        ))}
      </SpaceBetween>
    ),
    text: ({ examples }) => examples.join(" "),
    width: 260,
  },
  {
    id: "write",
    header: texts.toDo,
    cell: ({ about, category }) => <WriteOne title={about} category={category} />,
    width: 180,
  },
];

const listOf = <Row,>(read: Read<Gaps>, items: readonly Row[]) => ({
  items,
  isLoading: read.isLoading,
  hasMore: false,
  problem: read.problem,
  more: read.refresh,
  refresh: read.refresh,
});

/** What is missing: what was searched for in vain, and what keeps being resolved without an article. */
export const GapsPage = () => {
  const [days, setDays] = useState("14");
  const read = useRead("GET /knowledge/gaps", { query: { days: Number(days) } }, { everyMs: 60_000 });
  const nameOf = useCiNames((read.value?.tickets ?? []).flatMap(({ serviceId }) => serviceId ?? []));
  const [searches, tickets] = [useTableView("gap-searches"), useTableView("gap-tickets")];
  return (
    <SpaceBetween size="l">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <SegmentedControl
        label={texts.period}
        selectedId={days}
        options={["7", "14", "30", "90"].map((id) => ({ id, text: texts.days(id) }))}
        onChange={({ detail }) => setDays(detail.selectedId)}
      />
      <RecordTable<Search>
        variant="container"
        headingTag="h2"
        title={texts.searches}
        description={texts.searchesLead}
        pages={listOf(read, searchRows(read.value))}
        columns={searchColumns}
        viewing={searches}
        empty={<Empty title={texts.noSearches} lead={texts.noSearchesLead} />}
      />
      <RecordTable<Theme>
        variant="container"
        headingTag="h2"
        title={texts.tickets}
        description={texts.ticketsLead}
        pages={listOf(read, themeRows(read.value, nameOf))}
        columns={themeColumns}
        viewing={tickets}
        empty={<Empty title={texts.noTickets} />}
      />
      <Box />
    </SpaceBetween>
  );
};
