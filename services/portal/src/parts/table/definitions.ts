import type { TableProps } from "@cloudscape-design/components/table";
import type { Column } from "./column.ts";
import type { TableView } from "./use-table-view.ts";

/** The columns of a list whose columns nobody chose. */
export const usualColumns = <Item>(columns: readonly Column<Item>[]): readonly string[] =>
  columns.filter(({ isExtra }) => isExtra !== true).map(({ id }) => id);

/** Columns as the table takes them. */
export const definitions = <Item>(columns: readonly Column<Item>[]): TableProps.ColumnDefinition<Item>[] =>
  columns.map(({ id, header, cell, text, order, width, isRowHeader }) => ({
    id,
    header,
    cell,
    isRowHeader: isRowHeader === true,
    ...(width === undefined ? {} : { minWidth: width }),
    ...(text === undefined && order === undefined ? {} : { sortingField: id }),
  }));

/** The chosen order as the table takes it. */
export const sorting = <Item>({ sortBy, descending = false }: TableView) => ({
  ...(sortBy === undefined
    ? {}
    : { sortingColumn: { sortingField: sortBy } as TableProps.SortingColumn<Item> }),
  sortingDescending: descending,
});
