import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { joined } from "../../api/joined.ts";
import { type Pages, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, personColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { follow } from "../../shell/follow.ts";
import { countsOf, type Import, inOrder, runsOf } from "./import.ts";
import { outcomeText } from "./result-columns.tsx";
import { importTexts as texts } from "./texts.ts";
import { useSources } from "./use-sources.ts";

type State = Import["state"];

const groups: Readonly<Record<string, readonly State[]>> = {
  open: ["collecting", "checking", "checked", "running", "undoing"],
  over: ["finished", "undone"],
  cancelled: ["cancelled"],
};
const states = Object.values(groups).flat();

const newestFirst = (one: Import, other: Import): number => other.id.localeCompare(one.id);

/** The imports of a group of states: the API lists one state at a time. */
const useImports = (group: string): Pages<Import> => {
  const lists = states.map((state) =>
    // biome-ignore lint/correctness/useHookAtTopLevel: as many lists each time as there are states
    usePages("GET /ci-imports", groups[group]?.includes(state) ? { query: { state, limit: 50 } } : undefined),
  );
  return joined(
    lists.filter((_, at) => groups[group]?.includes(states[at] as State)),
    newestFirst,
  );
};

const outcomeOf = (each: Import): string | undefined => {
  const run = runsOf(each).at(-1);
  if (run === undefined) return undefined;
  return inOrder(countsOf(each, run))
    .map(([outcome, count]) => `${outcomeText(outcome, run)}: ${count}`)
    .join(", ");
};

const columnsOf = (sourceName: (id: string) => string): readonly Column<Import>[] => [
  linkColumn("title", texts.columns.title, "/ci-imports", ({ id, title }) => title ?? id, 240),
  textColumn("source", texts.source, ({ sourceId }) => sourceName(sourceId), { width: 160 }),
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} text={texts.states[state] ?? state} />,
    text: ({ state }) => texts.states[state],
    width: 160,
  },
  textColumn("rows", texts.columns.rows, ({ rowCount }) => String(rowCount), {
    width: 90,
    order: ({ rowCount }) => rowCount,
  }),
  textColumn("outcome", texts.columns.outcome, outcomeOf, { width: 260 }),
  personColumn("by", texts.columns.by, ({ startedBy }) => startedBy),
  sinceColumn("changed", texts.columns.changed, ({ updatedAt }) => updatedAt),
];

/** Imports that are under way, or were. */
export const ImportList = () => {
  const [group, setGroup] = useState("over");
  const pages = useImports(group);
  const { nameOf } = useSources();
  return (
    <RecordTable<Import>
      title={texts.many}
      description={texts.lead}
      pages={pages}
      columns={columnsOf(nameOf)}
      viewing={useTableView("ci-imports")}
      filters={
        <SegmentedControl
          label={texts.group}
          selectedId={group}
          options={Object.keys(groups).map((id) => ({ id, text: texts.groups[id] ?? id }))}
          onChange={({ detail }) => setGroup(detail.selectedId)}
        />
      }
      actions={
        <Button variant="primary" href="/ci-imports/new" onFollow={follow}>
          {texts.new}
        </Button>
      }
      empty={<Empty title={texts.none} lead={texts.noneLead} />}
    />
  );
};
