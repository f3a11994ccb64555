import { useEffect } from "react";
import type { Asked } from "./request.ts";
import { type ItemOf, type ListRoute, type Pages, usePages } from "./use-pages.ts";

/** Lists longer than this are not read whole: who needs more asks for less. */
const most = 1000;

// The compiler would intersect all operations.
type AnyPages = (route: string, asked: unknown, options: { readonly everyMs: number }) => Pages<unknown>;

const useWholeOf = (route: string, asked: unknown): Pages<unknown> => {
  const pages = (usePages as unknown as AnyPages)(route, asked, { everyMs: 0 });
  const { items, hasMore, problem, more } = pages;
  const goesOn = hasMore && problem === undefined && items.length < most;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next one, once
  useEffect(() => {
    if (goesOn) void more();
  }, [goesOn, items.length]);
  return pages;
};

/** Reads a list to its end, page after page: for what is searched or chosen from where it is shown. */
export const useWhole = useWholeOf as unknown as <R extends ListRoute>(
  route: R,
  asked: Asked<R> | undefined,
) => Pages<ItemOf<R>>;
