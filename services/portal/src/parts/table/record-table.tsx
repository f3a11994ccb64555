import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table, { type TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { type ReactNode, useState } from "react";
import type { Pages } from "../../api/use-pages.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { Empty } from "../empty.tsx";
import { lazily } from "../lazily.tsx";
import { useNames } from "../names/names.ts";
import { ProblemAlert } from "../problem-alert.tsx";
import { ChangedElsewhere } from "../record/changed-elsewhere.tsx";
import type { Column } from "./column.ts";
import { definitions, sorting, usualColumns } from "./definitions.ts";
import { arrange } from "./rows.ts";
import { SavedViews } from "./saved-views.tsx";
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

const Search = ({
  view,
  change,
  count,
}: Pick<TableViewing, "view" | "change"> & { readonly count: number }) => (
  <TextFilter
    filteringText={view.search}
    filteringPlaceholder={texts.search}
    filteringAriaLabel={texts.search}
    filteringClearAriaLabel={texts.clearSearch}
    countText={texts.matches(count)}
    onChange={({ detail }) => change({ search: detail.filteringText })}
  />
);

const NoMatch = ({ change }: Pick<TableViewing, "change">) => (
  <Empty
    title={texts.noMatch}
    lead={texts.noMatchLead}
    action={<Button onClick={() => change({ search: "" })}>{texts.clear}</Button>}
  />
);

/**
 * A list of records: search in what is loaded, filters of the page, columns and order as the person likes them, saved
 * views, pages by cursor, selection for bulk actions.
 */
export const RecordTable = <Item extends Row>(props: Props<Item>) => {
  const { title, description, pages, columns, viewing, empty, actions, filters } = props;
  const { view, change } = viewing;
  // Search and order go by names that may come later than the rows.
  useNames();
  const rows = arrange(pages.items, columns, view.search, view);
  const paging = usePaging(pages, rows, view.pageSize);
  const shown = view.columns ?? usualColumns(columns);
  return (
    <SpaceBetween size="s">
      <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
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
        header={
          <Header
            variant={props.headingTag === "h1" || props.headingTag === undefined ? "h1" : "h2"}
            counter={texts.counter(pages.items.length, pages.hasMore)}
            description={description}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => void pages.refresh()} />
                <SavedViews viewing={viewing} />
                {actions}
              </SpaceBetween>
            }
          >
            {title}
          </Header>
        }
        filter={
          <div className="filters">
            <Search view={view} change={change} count={rows.length} />
            {filters}
            {pages.changes !== undefined && (
              <ChangedElsewhere read={{ changes: pages.changes }} text={texts.listChanged} />
            )}
          </div>
        }
        pagination={
          <Pagination
            currentPageIndex={paging.page}
            pagesCount={paging.count}
            openEnd={pages.hasMore}
            onChange={({ detail }) => void paging.turnTo(detail.currentPageIndex)}
            ariaLabels={{
              nextPageLabel: texts.nextPage,
              previousPageLabel: texts.previousPage,
              paginationLabel: texts.pages,
              pageLabel: texts.page,
            }}
          />
        }
        preferences={
          <TablePreferences
            columns={columns as readonly Column<never>[]}
            shown={shown}
            view={view}
            change={change}
          />
        }
        empty={view.search === "" ? empty : <NoMatch change={change} />}
      />
    </SpaceBetween>
  );
};
