import { useEffect } from "react";
import type { Pages } from "./use-pages.ts";

/** Lists longer than this are not read whole: who needs more asks for less. */
export const mostRead = 1000;

/** Reads a list to its end, page after page, while that is wanted. */
export const useReadOn = (
  { items, hasMore, problem, more }: Pages<unknown>,
  isWanted: boolean,
): { readonly isCutOff: boolean } => {
  const goesOn = isWanted && hasMore && problem === undefined && items.length < mostRead;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks for the next one, once
  useEffect(() => {
    if (goesOn) void more();
  }, [goesOn, items.length]);
  return { isCutOff: hasMore && items.length >= mostRead };
};
