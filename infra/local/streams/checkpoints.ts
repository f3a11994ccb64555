import type { Journal } from "../parts.ts";

/** How far a mapping has come: per shard the last record done with, or that the shard is read to its end. */
export type Checkpoints = {
  readonly of: (shard: string) => string | undefined;
  readonly isFinished: (shard: string) => boolean;
  /** Whether anything was ever stored: the mapping has run before. */
  readonly exist: () => boolean;
  readonly save: (shard: string, sequence: string) => void;
  readonly finish: (shard: string) => void;
};

type Entry = { readonly shard: string; readonly sequence?: string; readonly finished?: true };

/** Lines of the journal before it is rewritten. */
const maximumLines = 2000;

/** Opens the checkpoints of one mapping; what `save` has returned from survives kill -9. */
export const openCheckpoints = (journal: Journal, mappingId: string): Checkpoints => {
  const name = `stream-${mappingId}`;
  const stored = journal.read(name) as readonly Entry[];
  const latest = new Map(stored.map((entry) => [entry.shard, entry]));
  let lines = stored.length;
  const write = (entry: Entry): void => {
    latest.set(entry.shard, entry);
    lines += 1;
    if (lines <= maximumLines) journal.append(name, entry);
    else {
      journal.rewrite(name, [...latest.values()]);
      lines = latest.size;
    }
  };
  return {
    of: (shard) => latest.get(shard)?.sequence,
    isFinished: (shard) => latest.get(shard)?.finished === true,
    exist: () => latest.size > 0,
    save: (shard, sequence) => write({ shard, sequence }),
    finish: (shard) => write({ shard, finished: true }),
  };
};
