import { openCursor, type Position, sealCursor } from "./cursor.ts";
import type { Page, PageRequest } from "./page.ts";
import { type Found, readPages } from "./query.ts";
import type { Scope } from "./scope.ts";

/** A stretch of a partition by its sort keys, `before` excluded. */
export type Range = { readonly partition: string; readonly from: string; readonly before: string };

/** One item of the ranges with its place, and whether the caller may see something of it. */
type Shown<T> = { readonly at: Position; readonly seen: T | undefined };

type Show<T> = (found: readonly Found[]) => Promise<readonly (T | undefined)[]>;

async function* readRange<T>(
  scope: Scope,
  range: Range,
  after: Position | undefined,
  pageLimit: number,
  show: Show<T>,
): AsyncGenerator<readonly Shown<T>[]> {
  const { partition, from, before } = range;
  for await (const { items } of readPages(scope, { partition, from }, after, pageLimit)) {
    const inside = items.filter(({ sk }) => String(sk) < before);
    const seen = await show(inside);
    yield inside.map(({ pk, sk }, at) => ({ at: { pk: String(pk), sk: String(sk) }, seen: seen[at] }));
    if (inside.length < items.length) return;
  }
}

/**
 * One page of several ranges, one after the other, as if they were one list. `show` answers undefined for what
 * must not be shown; the page is filled from behind it.
 */
export const readRanges = async <T>(
  scope: Scope,
  ranges: readonly Range[],
  { limit, cursor }: PageRequest,
  show: Show<T>,
): Promise<Page<T>> => {
  const query = JSON.stringify(ranges);
  const { range: first = "0", ...start } =
    cursor === undefined ? {} : ((await openCursor(scope, query, cursor)) as Record<string, string>);
  const items: T[] = [];
  let last: Position | undefined;
  for (const [number, range] of ranges.entries()) {
    if (number < Number(first)) continue;
    const after = number === Number(first) && start.pk !== undefined ? start : undefined;
    for await (const page of readRange(scope, range, after, limit + 1, show))
      for (const { at, seen } of page) {
        if (seen === undefined) continue;
        if (items.length === limit && last)
          return { items, nextCursor: await sealCursor(scope, query, last) };
        items.push(seen);
        last = { ...at, range: String(number) };
      }
  }
  return { items };
};
