/** A page of a list as the API answers it. */
export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string | undefined };

const idOf = (item: unknown): unknown => (item as { readonly id?: unknown }).id ?? item;

/** The rows of pages in their order; what moved from one to another while they were read is there once. */
export const rowsOf = <Item>(pages: readonly (Page<Item> | undefined)[]): readonly Item[] => {
  const seen = new Set<unknown>();
  return pages
    .flatMap((page) => page?.items ?? [])
    .filter((item) => (seen.has(idOf(item)) ? false : seen.add(idOf(item))));
};

/**
 * Reads so many pages after the first one anew, each from where the one before it ends now: when the first page moves
 * on, what fell out of it is at the beginning of the next one.
 */
export const readLater = async <Item>(
  first: Page<Item>,
  count: number,
  readPage: (cursor: string) => Promise<Page<Item>>,
): Promise<readonly Page<Item>[]> => {
  const later: Page<Item>[] = [];
  let cursor = first.nextCursor;
  while (cursor !== undefined && later.length < count) {
    const page: Page<Item> = await readPage(cursor);
    later.push(page);
    cursor = page.nextCursor;
  }
  return later;
};
