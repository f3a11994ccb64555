import type { Asked } from "./request.ts";
import { type ItemOf, type ListRoute, type Pages, usePages } from "./use-pages.ts";
import { useReadOn } from "./use-read-on.ts";

// The compiler would intersect all operations.
type AnyPages = (route: string, asked: unknown, options: { readonly everyMs: number }) => Pages<unknown>;

const useWholeOf = (route: string, asked: unknown): Pages<unknown> => {
  const pages = (usePages as unknown as AnyPages)(route, asked, { everyMs: 0 });
  useReadOn(pages, true);
  return pages;
};

/** Reads a list to its end, page after page: for what is searched or chosen from where it is shown. */
export const useWhole = useWholeOf as unknown as <R extends ListRoute>(
  route: R,
  asked: Asked<R> | undefined,
) => Pages<ItemOf<R>>;
