import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { personColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { softwareTexts as texts } from "./texts.ts";

export type InstallationsProps = { readonly modelId: string; readonly onDone: () => unknown };
type Row = ItemOf<"GET /software-installations">;

const remove: Action<Row> = {
  action: "remove",
  text: texts.remove,
  route: "POST /software-installations/{installationId}/remove",
};

const columnsOf = (onDone: () => unknown): readonly Column<Row>[] => [
  textColumn("device", texts.device, ({ deviceId }) => deviceId, { width: 180, isRowHeader: true }),
  personColumn("user", texts.person, ({ userId }) => userId, { width: 160 }),
  textColumn("edition", texts.edition, ({ edition }) => edition, { width: 120, isExtra: true }),
  textColumn("lastUsed", texts.lastUsed, ({ lastUsedOn }) => lastUsedOn, { width: 120 }),
  textColumn("source", texts.source, ({ source }) => source, { width: 120, isExtra: true }),
  {
    id: "state",
    header: texts.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 130,
  },
  {
    id: "actions",
    header: texts.actions,
    cell: (row) => <RecordActions record={row} actions={[remove]} onDone={onDone} onConflict={onDone} />,
    width: 180,
  },
];

/** Where a software is installed, as discovery or people say. */
export const InstallationsCard = ({ modelId, onDone }: InstallationsProps) => {
  const pages = usePages("GET /software-installations", { query: { modelId, limit: 100 } });
  const done = (): void => {
    void pages.refresh();
    onDone();
  };
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={texts.installations}
      pages={pages}
      columns={columnsOf(done)}
      viewing={useTableView("software-installations")}
      empty={<Empty title={texts.noInstallations} />}
    />
  );
};
