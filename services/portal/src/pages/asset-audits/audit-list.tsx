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
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { auditTexts as texts } from "./texts.ts";
import { usePlaceName } from "./use-place-name.ts";

type Row = ItemOf<"GET /asset-audits">;
const states = ["open", "closed", "cancelled"] as const;
type State = (typeof states)[number];

const columnsOf = (placeOf: (row: Row) => string | undefined): readonly Column<Row>[] => [
  linkColumn<Row>("name", texts.name, "/asset-audits", ({ name }) => name, 260),
  textColumn("place", texts.place, placeOf, { width: 200 }),
  {
    id: "state",
    header: texts.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 140,
  },
  sinceColumn("started", texts.started, ({ createdAt }) => createdAt),
];

/** Counts of what is really there, newest first. */
export const AuditList = () => {
  const me = useMe();
  const [state, setState] = useState<State>("open");
  const pages = usePages("GET /asset-audits", { query: { state, limit: 100 } });
  return (
    <RecordTable<Row>
      title={texts.audits}
      description={texts.lead}
      pages={pages}
      columns={columnsOf(usePlaceName())}
      viewing={useTableView("asset-audits")}
      filters={
        <SegmentedControl
          label={texts.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: inWords(id) }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      actions={
        hasRole(me, "agent", "asset-manager") && (
          <Button variant="primary" href="/asset-audits/new" onFollow={follow}>
            {texts.new}
          </Button>
        )
      }
      empty={<Empty title={texts.none} lead={texts.noneLead} />}
    />
  );
};
