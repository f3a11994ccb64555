import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar } from "../../parts/filter/filter-bar.tsx";
import { useOneFilter } from "../../parts/filter/one-filter.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useMe } from "../../session/me.ts";
import { useModels, useStockrooms } from "./places.ts";
import { allowedOnStock } from "./stock-actions.ts";
import { type Row, stockColumns } from "./stock-columns.tsx";
import { stockTexts as texts } from "./stock-texts.ts";

const keys = ["stockroomId"];

/** What stockrooms have, with the marks below which more is ordered. */
export const StockPage = () => {
  const me = useMe();
  const filter = useOneFilter(keys);
  const models = useModels();
  const stockrooms = useStockrooms();
  const pages = usePages("GET /stock", {
    query: { limit: 100, ...(filter === undefined ? {} : { stockroomId: filter.value }) },
  });
  const viewing = useTableView("stock", { sortBy: "mark" });
  const items = pages.items.map(
    (stock): Row => ({
      ...stock,
      model: models.nameOf(stock.modelId) ?? stock.modelId,
      stockroom: stockrooms.nameOf(stock.stockroomId) ?? stock.stockroomId,
      actions: allowedOnStock(me, models.byId.get(stock.modelId)?.kind),
    }),
  );
  const options = stockrooms.items.map(({ id, name }) => ({ key: "stockroomId", value: id, text: name }));
  const title = stockrooms.nameOf(filter?.value) ?? texts.allStockrooms;
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.stockLead}>
        {texts.stock}
      </Header>
      <FilterBar
        path="/stock"
        current={filter}
        title={title}
        usual={texts.allStockrooms}
        groups={[{ label: texts.stockrooms, options }]}
        finds={[]}
      />
      <RecordTable<Row>
        variant="container"
        headingTag="h2"
        title={title}
        pages={{ ...pages, items }}
        columns={stockColumns(pages.refresh)}
        viewing={viewing}
        empty={<Empty title={texts.noStock} lead={texts.noStockLead} />}
      />
    </SpaceBetween>
  );
};
