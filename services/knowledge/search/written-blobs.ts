import type { Blob, Blobs } from "../../../shared/dynamo/blobs.ts";
import type { Cells } from "../../../shared/dynamo/cells.ts";

type Written = Blob & { readonly since: string };

const cell = "search-written";
/** As often as another container may be faster. */
const attempts = 8;
/** Whoever wrote a blob has long put it to use, or never will. */
const settledMs = 10 * 60_000;

/**
 * Remembers blobs before they are written, and such as are about to be replaced: a run may end at any moment, and
 * what nobody refers to afterwards is found here and removed.
 */
export const createWrittenBlobs = (cells: Cells, blobs: Blobs, now: () => Date) => {
  const change = async (to: (known: readonly Written[]) => readonly Written[]): Promise<void> => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const { edition, value: known = [] } = await cells.load<readonly Written[]>(cell);
      if (await cells.replace(cell, edition, to(known))) return;
    }
    throw new Error("Others keep writing the search index");
  };
  const isSettled = ({ since }: Written): boolean => now().getTime() - Date.parse(since) > settledMs;

  return {
    note: (written: readonly Blob[]): Promise<void> => {
      const since = now().toISOString();
      return change((known) => [...known, ...written.map(({ name, chunks }) => ({ name, chunks, since }))]);
    },
    /** Removes what was written long enough ago and is not in use. */
    sweep: async (inUse: () => Promise<ReadonlySet<string>>): Promise<void> => {
      const { value: known = [] } = await cells.load<readonly Written[]>(cell);
      const settled = known.filter(isSettled);
      if (settled.length === 0) return;
      const used = await inUse();
      for (const blob of settled) if (!used.has(blob.name)) await blobs.remove(blob);
      const done = new Set(settled.map(({ name, since }) => `${name} ${since}`));
      await change((present) => present.filter(({ name, since }) => !done.has(`${name} ${since}`)));
    },
  };
};
