import type { ReactNode } from "react";
import { type Pages, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useMe } from "../../session/me.ts";
import { useModels, useStockrooms } from "./places.ts";
import { allowedOnStock } from "./stock-actions.ts";
import { type Row, stockColumns } from "./stock-columns.tsx";
import { stockTexts as texts } from "./stock-texts.ts";

/** What a stockroom has; without one, what is low anywhere. */
export const useStock = (stockroomId: string | undefined): Pages<Row> => {
  const me = useMe();
  const models = useModels();
  const stockrooms = useStockrooms();
  const pages = usePages("GET /stock", {
    query: { limit: 100, ...(stockroomId === undefined ? {} : { stockroomId }) },
  });
  const items = pages.items.map(
    (stock): Row => ({
      ...stock,
      model: models.nameOf(stock.modelId) ?? stock.modelId,
      stockroom: stockrooms.nameOf(stock.stockroomId) ?? stock.stockroomId,
      actions: allowedOnStock(me, models.byId.get(stock.modelId)?.kind),
    }),
  );
  return { ...pages, items };
};

type Props = {
  readonly title: string;
  readonly description?: string;
  readonly stock: Pages<Row>;
  readonly actions?: ReactNode;
  /** Of one stockroom, whose name stands elsewhere. */
  readonly ofOne?: boolean;
};

/** Stock by model, with what can be done with it. */
export const StockTable = ({ stock, ofOne = false, ...props }: Props) => (
  <RecordTable<Row>
    {...props}
    variant="container"
    headingTag="h2"
    pages={stock}
    columns={stockColumns(stock.refresh).filter(({ id }) => !ofOne || id !== "stockroom")}
    viewing={useTableView("stock", { sortBy: "mark" })}
    empty={<Empty title={texts.noStock} lead={texts.noStockLead} />}
  />
);
