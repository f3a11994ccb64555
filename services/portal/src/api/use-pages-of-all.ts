import { rowsOf } from "./later-pages.ts";
import type { Asked } from "./request.ts";
import { type ItemOf, type ListRoute, type Pages, usePages } from "./use-pages.ts";

type Options<Item> = {
  readonly everyMs?: number;
  /** What the rows of several lists together are ordered by, lowest first; one list keeps its own order. */
  readonly order: (item: Item) => string;
};

// The compiler would intersect all operations.
type AnyPages = (route: string, asked: object, options: { readonly everyMs?: number }) => Pages<unknown>;

const usePagesOfEach = (
  route: string,
  asked: readonly object[],
  { order, ...options }: Options<unknown>,
): Pages<unknown> => {
  // As many as the person has roles or teams, which stay the same
  const lists = asked.map((each) => (usePages as unknown as AnyPages)(route, each, options));
  const rows = rowsOf(lists.map(({ items }) => ({ items })));
  const all = async (what: (list: Pages<unknown>) => Promise<void>): Promise<void> => {
    await Promise.all(lists.map(what));
  };
  return {
    items: lists.length < 2 ? rows : rows.toSorted((one, other) => order(one).localeCompare(order(other))),
    isLoading: lists.some(({ isLoading }) => isLoading),
    hasMore: lists.some(({ hasMore }) => hasMore),
    problem: lists.find(({ problem }) => problem)?.problem,
    changes: lists.reduce((sum, { changes = 0 }) => sum + changes, 0),
    more: () => all(({ more }) => more()),
    refresh: () => all(({ refresh }) => refresh()),
  };
};

/**
 * Reads several lists of one operation as one: the API takes one filter at a time, and what waits for a person lies
 * under their id and under each of their roles or teams. What is in two of them is shown once. As many lists are asked
 * each time as were the first time.
 */
export const usePagesOfAll = usePagesOfEach as unknown as <R extends ListRoute>(
  route: R,
  asked: readonly Asked<R>[],
  options: Options<ItemOf<R>>,
) => Pages<ItemOf<R>>;
