import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { useState } from "react";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { nameNow } from "../../parts/names/names.ts";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { personColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { dayText } from "../../parts/times.ts";
import { follow } from "../../shell/follow.ts";
import { departureTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /departures">;
const states = ["open", "done", "cancelled"] as const;
type State = (typeof states)[number];

const columns: readonly Column<Row>[] = [
  {
    id: "person",
    header: texts.person,
    cell: ({ id, personId }) => (
      <Link href={`/departures/${id}`} onFollow={follow}>
        <PersonName id={personId} />
      </Link>
    ),
    text: ({ personId }) => nameNow("person", personId),
    width: 200,
    isRowHeader: true,
  },
  textColumn("kind", texts.kind, ({ kind }) => texts.kinds[kind], { width: 180 }),
  textColumn("lastDay", texts.lastDay, ({ lastAt }) => dayText(lastAt), {
    order: ({ lastAt }) => lastAt,
    width: 140,
  }),
  personColumn("handOverTo", texts.handOverTo, ({ handOverTo }) => handOverTo, { width: 180 }),
  {
    id: "state",
    header: texts.state,
    cell: ({ state }) => (
      <StateBadge
        state={state}
        {...(texts.states[state] === undefined ? {} : { text: texts.states[state] })}
      />
    ),
    text: ({ state }) => texts.states[state],
    width: 180,
  },
];

/** Who leaves or moves, soonest first. */
export const DepartureList = () => {
  const [state, setState] = useState<State>("open");
  const pages = usePages("GET /departures", { query: { state, limit: 100 } });
  const begin = (
    <Button variant="primary" href="/departures/new" onFollow={follow}>
      {texts.new}
    </Button>
  );
  return (
    <RecordTable<Row>
      title={texts.departures}
      description={texts.lead}
      pages={pages}
      columns={columns}
      viewing={useTableView("departures")}
      filters={
        <SegmentedControl
          label={texts.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: texts.states[id] ?? id }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      actions={begin}
      empty={<Empty title={texts.none} lead={texts.noneLead} />}
    />
  );
};
