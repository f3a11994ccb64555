import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar } from "../../parts/filter/filter-bar.tsx";
import { useOneFilter } from "../../parts/filter/one-filter.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, personColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { follow } from "../../shell/follow.ts";
import { priceText } from "../catalog/price-text.ts";
import { catalogItemTexts as texts } from "./texts.ts";
import { useCategories } from "./use-categories.ts";

type Row = Schemas["ListedCatalogItem"];

const names = texts.columns;

const columnsFor = (categories: ReadonlyMap<string, string>): readonly Column<Row>[] => [
  linkColumn("name", names.name, "/catalog-items", ({ name }) => name, 220),
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
  textColumn("summary", names.summary, ({ summary }) => summary, { width: 260, isExtra: true }),
  textColumn("category", names.category, ({ categoryId }) => categories.get(categoryId) ?? categoryId, {
    width: 160,
  }),
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <StateBadge state={state} text={texts.states[state] ?? state} />,
    text: ({ state }) => texts.states[state],
    width: 140,
  },
  {
    id: "edition",
    header: names.edition,
    cell: ({ edition }) => (edition === 0 ? "–" : edition),
    order: ({ edition }) => edition,
    width: 100,
  },
  textColumn("price", names.price, priceText, { width: 180 }),
  personColumn("owner", names.owner, ({ ownerId }) => ownerId, { width: 140 }),
  personColumn("writtenBy", names.writtenBy, ({ writtenBy }) => writtenBy, { width: 140, isExtra: true }),
  sinceColumn("updated", names.updated, ({ updatedAt }) => updatedAt),
];

const states = Object.entries(texts.states).map(([value, text]) => ({ key: "state", value, text }));

/** The catalog as those see it who keep it: what is offered, what is being written, what is retired. */
export const CatalogItemList = () => {
  const categories = useCategories();
  const filter = useOneFilter(["state", "categoryId"]);
  const pages = usePages("GET /catalog-items", {
    query: { limit: 100, ...(filter && { [filter.key]: filter.value }) },
  });
  const viewing = useTableView("catalog-items");
  const shelves = [...categories].map(([value, text]) => ({ key: "categoryId", value, text }));
  return (
    <RecordTable<Row>
      title={texts.catalog}
      description={texts.catalogLead}
      pages={pages}
      columns={columnsFor(categories)}
      viewing={viewing}
      filters={
        <FilterBar
          path="/catalog-items"
          current={filter}
          title={filter?.value ?? ""}
          usual={texts.offeredNow}
          groups={[
            { label: texts.state, options: states },
            { label: texts.category, options: shelves },
          ]}
          finds={[]}
        />
      }
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href="/catalog-categories" onFollow={follow}>
            {texts.categories}
          </Button>
          <Button variant="primary" href="/catalog-items/new" onFollow={follow}>
            {texts.newItem}
          </Button>
        </SpaceBetween>
      }
      empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
    />
  );
};
