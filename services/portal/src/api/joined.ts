import type { Pages } from "./use-pages.ts";

type Listed = { readonly id: string };

/** As far as a list has been read, nothing that comes later stands before its last item. */
const settledOf = <Item extends Listed>(
  lists: readonly Pages<Item>[],
  compare: (one: Item, other: Item) => number,
): readonly Item[] => {
  const ends = lists.flatMap(({ items, hasMore }) => (hasMore ? (items.at(-1) ?? []) : []));
  const seen = new Map(lists.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  return [...seen.values()].filter((item) => ends.every((end) => compare(item, end) <= 0)).toSorted(compare);
};

/**
 * Several lists of the API in the same order as one, for what it answers by one filter at a time: each item once, and
 * none before all that belong in front of it have been read.
 */
export const joined = <Item extends Listed>(
  lists: readonly Pages<Item>[],
  compare: (one: Item, other: Item) => number,
): Pages<Item> => ({
  items: settledOf(lists, compare),
  isLoading: lists.some(({ isLoading }) => isLoading),
  hasMore: lists.some(({ hasMore }) => hasMore),
  problem: lists.find(({ problem }) => problem !== undefined)?.problem,
  more: async () => {
    await Promise.all(lists.filter(({ hasMore }) => hasMore).map(({ more }) => more()));
  },
  refresh: async () => {
    await Promise.all(lists.map(({ refresh }) => refresh()));
  },
});
