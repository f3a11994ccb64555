import type { Column } from "./column.ts";

type Order = { readonly sortBy?: string | undefined; readonly descending?: boolean | undefined };

const compare = (one: unknown, other: unknown): number => {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one ?? "").localeCompare(String(other ?? ""), undefined, { numeric: true });
};

/** Rows whose columns contain every word of the search, in the chosen order. */
export const arrange = <Item>(
  items: readonly Item[],
  columns: readonly Column<Item>[],
  search: string,
  { sortBy, descending = false }: Order,
): readonly Item[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = (item: Item): string =>
    columns
      .map(({ text }) => text?.(item) ?? "")
      .join(" ")
      .toLowerCase();
  const found =
    words.length === 0
      ? items
      : items.filter((item) => {
          const text = textOf(item);
          return words.every((word) => text.includes(word));
        });
  const by = columns.find(({ id }) => id === sortBy);
  if (by === undefined) return found;
  const sortKey = by.order ?? by.text ?? (() => "");
  return found.toSorted((one, other) => compare(sortKey(one), sortKey(other)) * (descending ? -1 : 1));
};
