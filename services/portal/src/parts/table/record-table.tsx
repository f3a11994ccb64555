import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import { type ReactNode, useState } from "react";
import type { Pages } from "../../api/use-pages.ts";
import { useReadOn } from "../../api/use-read-on.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { lazily } from "../lazily.tsx";
import { useNames } from "../names/names.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import type { Column } from "./column.ts";
import { definitions, sorting, usualColumns } from "./definitions.ts";
import { ListFilter, ListHeader, ListPages, NoMatch } from "./list-parts.tsx";
import { RowCards, useIsNarrow } from "./row-cards.tsx";
import { arrange } from "./rows.ts";
import type { TablePreferencesProps } from "./table-preferences.tsx";
import type { TableViewing } from "./use-table-view.ts";

/** A tenth of the list's code, for what people set once. */
const TablePreferences = lazily<TablePreferencesProps<never>>(
  async () => (await import("./table-preferences.tsx")).TablePreferences,
);

type Row = { readonly id: string };

type Props<Item extends Row> = {
  readonly title: string;
  readonly description?: string;
  readonly pages: Pages<Item>;
  readonly columns: readonly Column<Item>[];
  readonly viewing: TableViewing;
  /** Said when there is nothing at all: what it means, and what to do. */
  readonly empty: ReactNode;
  /** Buttons of the list itself. */
  readonly actions?: ReactNode;
  /** Filters beside the search. */
  readonly filters?: ReactNode;
  readonly selected?: readonly Item[];
  readonly onSelect?: (items: readonly Item[]) => void;
  /** How a row is called, for screen readers. */
  readonly nameOf?: (item: Item) => string;
  readonly variant?: "full-page" | "container" | "embedded";
  readonly headingTag?: "h1" | "h2" | "h3";
};

const selection = <Item extends Row>({
  selected,
  onSelect,
  nameOf,
}: Props<Item>): Partial<TableProps<Item>> =>
  onSelect === undefined
    ? {}
    : {
        selectionType: "multi",
        selectedItems: selected ?? [],
        onSelectionChange: ({ detail }) => onSelect(detail.selectedItems),
        ariaLabels: {
          selectionGroupLabel: texts.selectAll,
          allItemsSelectionLabel: () => texts.selectAll,
          itemSelectionLabel: (_, item) => nameOf?.(item) ?? item.id,
        },
      };

/** The page of the person's choice; the next one is read when it is turned to. */
const usePaging = <Item,>({ hasMore, more }: Pages<Item>, rows: readonly Item[], size: number) => {
  const [wanted, setWanted] = useState(1);
  const count = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(wanted, count);
  const turnTo = async (next: number): Promise<void> => {
    if (next > count || (next === count && hasMore)) await more();
    setWanted(next);
  };
  return { page, count, turnTo, shown: rows.slice((page - 1) * size, page * size) };
};

/**
 * A list of records: search to its end, filters of the page, columns and order as the person likes them, saved views,
 * pages by cursor, selection for bulk actions; on a phone row below row.
 */
export const RecordTable = <Item extends Row>(props: Props<Item>) => {
  const { title, pages, columns, viewing } = props;
  const { view, change } = viewing;
  // Search and order go by names that may come later than the rows.
  useNames();
  const { isCutOff } = useReadOn(pages, view.search !== "");
  const isNarrow = useIsNarrow();
  const rows = arrange(pages.items, columns, view.search, view);
  const paging = usePaging(pages, rows, view.pageSize);
  const shown = view.columns ?? usualColumns(columns);
  const header = <ListHeader {...props} pages={pages} />;
  const filter = (
    <ListFilter {...viewing} pages={pages} count={rows.length} isCutOff={isCutOff} filters={props.filters} />
  );
  const pagination = <ListPages {...paging} hasMore={pages.hasMore} />;
  const empty = view.search === "" ? props.empty : <NoMatch change={change} />;
  const problem = <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />;
  if (isNarrow)
    return (
      <SpaceBetween size="s">
        {problem}
        {header}
        {filter}
        {pages.isLoading ? (
          <Spinner />
        ) : (
          <RowCards
            label={title}
            items={paging.shown}
            columns={columns.filter(({ id }) => shown.includes(id))}
            empty={empty}
          />
        )}
        {pagination}
      </SpaceBetween>
    );
  return (
    <SpaceBetween size="s">
      {problem}
      <Table
        variant={props.variant ?? "full-page"}
        trackBy="id"
        enableKeyboardNavigation
        resizableColumns
        wrapLines={view.wrap}
        loading={pages.isLoading}
        loadingText={texts.loading}
        items={paging.shown}
        columnDefinitions={definitions(columns)}
        columnDisplay={shown.map((id) => ({ id, visible: true }))}
        {...sorting<Item>(view)}
        onSortingChange={({ detail }) =>
          change({ sortBy: detail.sortingColumn.sortingField, descending: detail.isDescending ?? false })
        }
        {...selection(props)}
        header={header}
        filter={filter}
        pagination={pagination}
        preferences={
          <TablePreferences
            columns={columns as readonly Column<never>[]}
            shown={shown}
            view={view}
            change={change}
          />
        }
        empty={empty}
      />
    </SpaceBetween>
  );
};
