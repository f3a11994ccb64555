import Link from "@cloudscape-design/components/link";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { filteredBy } from "../../parts/filter/one-filter.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import type { Column } from "../../parts/table/column.ts";
import { follow } from "../../shell/follow.ts";
import { type Stock, stockActions } from "./stock-actions.ts";
import { stockTexts as texts } from "./stock-texts.ts";

/** A stock with how its parts are called, and what the person may do with it. */
export type Row = Stock & {
  readonly model: string;
  readonly stockroom: string;
  readonly actions: readonly string[];
};

const names = texts.columns;

const Mark = ({ row: { isLow, minimum } }: { readonly row: Row }) => {
  if (isLow) return <StatusIndicator type="warning">{texts.low}</StatusIndicator>;
  if (minimum === undefined) return <>{texts.noMark}</>;
  return <StatusIndicator type="success">{texts.enough}</StatusIndicator>;
};

const number = (id: string, header: string, of: (row: Row) => number | undefined): Column<Row> => ({
  id,
  header,
  cell: (row) => of(row) ?? "–",
  order: of,
  width: 120,
});

export const stockColumns = (refresh: () => unknown): readonly Column<Row>[] => [
  {
    id: "model",
    header: names.model,
    cell: ({ model, modelId }) => (
      <Link href={filteredBy("/assets", { key: "modelId", value: modelId })} onFollow={follow}>
        {model}
      </Link>
    ),
    text: ({ model }) => model,
    width: 220,
    isRowHeader: true,
  },
  {
    id: "stockroom",
    header: names.stockroom,
    cell: ({ stockroom }) => stockroom,
    text: ({ stockroom }) => stockroom,
    width: 160,
  },
  {
    id: "mark",
    header: names.mark,
    cell: (row) => <Mark row={row} />,
    text: ({ isLow }) => (isLow ? texts.low : ""),
    order: ({ isLow }) => (isLow ? 0 : 1),
    width: 140,
  },
  number("available", names.available, ({ available }) => available),
  number("onHand", names.onHand, ({ onHand }) => onHand),
  number("minimum", names.minimum, ({ minimum }) => minimum),
  number("reorder", names.reorder, ({ reorderQuantity }) => reorderQuantity),
  {
    id: "actions",
    header: names.actions,
    cell: (row) => (
      <RecordActions record={row} actions={stockActions} onDone={() => void refresh()} onConflict={refresh} />
    ),
    width: 180,
  },
];
