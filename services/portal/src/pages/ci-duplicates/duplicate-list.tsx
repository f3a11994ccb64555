import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { type Duplicate, whyOf } from "./duplicate.ts";
import { duplicateTexts as texts } from "./texts.ts";

const columnsOf = (name: (id: string) => string): readonly Column<Duplicate>[] => [
  linkColumn(
    "pair",
    texts.columns.pair,
    "/ci-duplicates",
    ({ ciIds }) => ciIds.map((id) => (name(id) === id ? id : `${name(id)} (${id})`)).join(texts.and),
    420,
  ),
  textColumn("why", texts.columns.why, whyOf, { width: 320 }),
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} text={texts.states[state] ?? state} />,
    text: ({ state }) => texts.states[state],
    width: 140,
  },
  sinceColumn("since", texts.columns.since, ({ createdAt }) => createdAt),
];

/** So many are called by their names; each name is a question of its own. */
const mostNamed = 50;

/** Pairs of items that may be one, the oldest first. */
export const DuplicateList = () => {
  const [state, setState] = useState<Duplicate["state"]>("open");
  const pages = usePages("GET /ci-duplicates", { query: { state, limit: 50 } });
  const name = useCiNames(pages.items.slice(0, mostNamed).flatMap(({ ciIds }) => ciIds));
  return (
    <RecordTable<Duplicate>
      title={texts.many}
      description={texts.lead}
      pages={pages}
      columns={columnsOf(name)}
      viewing={useTableView("ci-duplicates")}
      filters={
        <SegmentedControl
          label={texts.shown}
          selectedId={state}
          options={Object.entries(texts.states).map(([id, text]) => ({ id, text }))}
          onChange={({ detail }) => setState(detail.selectedId as Duplicate["state"])}
        />
      }
      empty={<Empty title={texts.none} lead={texts.noneLead} />}
    />
  );
};
