import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { FilterBar } from "../../parts/filter/filter-bar.tsx";
import { useOneFilter } from "../../parts/filter/one-filter.ts";
import { useStockrooms } from "./places.ts";
import { StockTable, useStock } from "./stock-table.tsx";
import { stockTexts as texts } from "./stock-texts.ts";

const keys = ["stockroomId"];

/** What stockrooms have, with the marks below which more is ordered. */
export const StockPage = () => {
  const filter = useOneFilter(keys);
  const stockrooms = useStockrooms();
  const stock = useStock(filter?.value);
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
      <StockTable title={title} stock={stock} ofOne={filter !== undefined} />
    </SpaceBetween>
  );
};
