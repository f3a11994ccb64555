/** Ids that are known already, as the stream that `forEachId` reads. */
export async function* onePage(ids: Iterable<string>): AsyncGenerator<readonly string[]> {
  yield [...ids];
}

/** Several streams as one in which each id comes once: what is found in two ways is worked on once. */
export async function* eachOnce(
  streams: readonly AsyncIterable<readonly string[]>[],
): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>();
  for (const stream of streams)
    for await (const ids of stream) {
      const fresh = [...new Set(ids)].filter((id) => !seen.has(id));
      for (const id of fresh) seen.add(id);
      yield fresh;
    }
}

/**
 * Does something to every id of a stream of pages, a few at a time, until the deadline (`performance.now()`
 * scale). What is left over is found again by the next run.
 */
export const forEachId = async (
  pages: AsyncIterable<readonly string[]>,
  work: (id: string) => Promise<unknown>,
  deadline = Number.POSITIVE_INFINITY,
): Promise<void> => {
  // Enough to keep the table busy without crowding out people's requests.
  const atOnce = 8;
  for await (const ids of pages) {
    for (let done = 0; done < ids.length; done += atOnce) {
      if (performance.now() > deadline) return;
      await Promise.all(ids.slice(done, done + atOnce).map(work));
    }
  }
};
