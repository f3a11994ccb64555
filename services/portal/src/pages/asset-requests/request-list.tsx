import { useState } from "react";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { personColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { dayText } from "../../parts/times.ts";
import { requestTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /asset-requests">;
const states = ["open", "fulfilled", "declined", "withdrawn"] as const;
type State = (typeof states)[number];

const decline: Action<Row> = {
  action: "decline",
  text: texts.decline,
  route: "POST /asset-requests/{assetRequestId}/decline",
  fields: [{ name: "reason", label: texts.declineReason, kind: "paragraph", isRequired: true }],
};

const columnsOf = (onDone: () => unknown): readonly Column<Row>[] => [
  textColumn("model", texts.model, ({ modelName }) => modelName, { width: 200, isRowHeader: true }),
  personColumn("person", texts.person, ({ personId }) => personId, { width: 160 }),
  personColumn("requester", texts.requester, ({ requesterId }) => requesterId, { isExtra: true }),
  textColumn("until", texts.until, ({ until }) => (until === undefined ? undefined : dayText(until)), {
    width: 120,
  }),
  textColumn("reason", texts.reason, ({ reason }) => reason, { width: 220 }),
  sinceColumn("since", texts.since, ({ createdAt }) => createdAt),
  {
    id: "state",
    header: texts.state,
    cell: ({ state, answer }) => (
      <>
        <StateBadge state={state} text={texts.states[state] ?? state} /> {answer}
      </>
    ),
    text: ({ state }) => texts.states[state],
    width: 160,
  },
  {
    id: "next",
    header: texts.next,
    cell: (row) => <RecordActions record={row} actions={[decline]} onDone={onDone} onConflict={onDone} />,
    width: 180,
  },
];

/** Assets that people asked for, oldest first, for who hands them out. */
export const RequestList = () => {
  const [state, setState] = useState<State>("open");
  const pages = usePages("GET /asset-requests", { query: { state, limit: 100 } });
  return (
    <RecordTable<Row>
      title={texts.requests}
      description={texts.lead}
      pages={pages}
      columns={columnsOf(pages.refresh)}
      viewing={useTableView("asset-requests")}
      filters={
        <SegmentedControl
          label={texts.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: texts.states[id] ?? id }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      empty={<Empty title={texts.none} lead={texts.noneLead} />}
    />
  );
};
