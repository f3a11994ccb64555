import Link from "@cloudscape-design/components/link";
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
import { sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { follow } from "../../shell/follow.ts";
import { useClassName } from "../configuration/use-classes.ts";
import { requestTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /unaccounted-cis">;
const states = ["open", "settled", "dismissed"] as const;
type State = (typeof states)[number];

const dismiss: Action<Row> = {
  action: "dismiss",
  text: texts.dismiss,
  route: "POST /unaccounted-cis/{findingId}/dismiss",
  fields: [{ name: "reason", label: texts.why, kind: "paragraph", isRequired: true }],
};

type Options = { readonly classOf: (id: string) => string; readonly onDone: () => unknown };

const columnsOf = ({ classOf, onDone }: Options): readonly Column<Row>[] => [
  {
    id: "ci",
    header: texts.ci,
    cell: ({ ciId, ciName }) => (
      <Link href={`/cis/${ciId}`} onFollow={follow}>
        {ciName}
      </Link>
    ),
    text: ({ ciName }) => ciName,
    width: 240,
    isRowHeader: true,
  },
  textColumn("class", texts.class, ({ classId }) => classOf(classId), { width: 180 }),
  sinceColumn("found", texts.found, ({ createdAt }) => createdAt),
  {
    id: "state",
    header: texts.state,
    cell: ({ state, reason }) => (
      <>
        <StateBadge state={state} text={texts.findingStates[state] ?? state} /> {reason}
      </>
    ),
    text: ({ state }) => texts.findingStates[state],
    width: 220,
  },
  {
    id: "next",
    header: texts.next,
    cell: (row) => <RecordActions record={row} actions={[dismiss]} onDone={onDone} onConflict={onDone} />,
    width: 180,
  },
];

/** Configuration items that no asset accounts for. */
export const FindingList = () => {
  const [state, setState] = useState<State>("open");
  const pages = usePages("GET /unaccounted-cis", { query: { state, limit: 100 } });
  return (
    <RecordTable<Row>
      title={texts.findings}
      description={texts.findingsLead}
      pages={pages}
      columns={columnsOf({ classOf: useClassName(), onDone: pages.refresh })}
      viewing={useTableView("unaccounted-cis")}
      filters={
        <SegmentedControl
          label={texts.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: texts.findingStates[id] ?? id }))}
          onChange={({ detail }) => setState(detail.selectedId as State)}
        />
      }
      empty={<Empty title={texts.noFindings} lead={texts.noFindingsLead} />}
    />
  );
};
