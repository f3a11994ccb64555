import type { Checkpoints } from "./checkpoints.ts";
import { type Page, type Shard, type StreamApi, StreamFailure, type StreamRecord } from "./stream-api.ts";

/** Records read from one shard, in order. */
export type ShardRecords = {
  readonly shard: string;
  readonly records: readonly StreamRecord[];
  /** The page was not full: nothing lay behind it when it was read. */
  readonly wasLast: boolean;
};

/** Reads one table's stream from where the checkpoints say. */
export type StreamReader = {
  /** The next records, or nothing when the stream is read to its end. */
  readonly next: () => Promise<ShardRecords | undefined>;
  /** Forgets what was read but not settled: `next` goes on from the checkpoints. */
  readonly rewind: () => void;
};

/** DynamoDB's maximum for one call. A page may also end at about 1 MB. */
const pageRecords = 1000;
const fullPageBytes = 512 * 1024;

/** Iterators die after 15 minutes, with their records, and (in DynamoDB Local) when taken before the first write. */
const stale = new Set([
  "ExpiredIteratorException",
  "TrimmedDataAccessException",
  "InvalidShardIteratorException",
]);

const isFull = ({ Records }: Page): boolean =>
  Records.length >= pageRecords ||
  Records.reduce((sum, { dynamodb }) => sum + (dynamodb.SizeBytes ?? 0), 0) > fullPageBytes;

/** Makes the reader of a table's stream. */
export const createStreamReader = (api: StreamApi, table: string, checkpoints: Checkpoints): StreamReader => {
  const iterators = new Map<string, string>();
  let streamArn: string | undefined;
  let known: readonly Shard[] = [];

  const isOpen = (): boolean => known.some(({ ShardId }) => !checkpoints.isFinished(ShardId));

  const takeIterator = async (arn: string, shard: string): Promise<string> => {
    const after = checkpoints.of(shard);
    try {
      return await api.iterator(arn, shard, after);
    } catch (error) {
      // The checkpoint's record is trimmed: what is left begins at the horizon.
      if (error instanceof StreamFailure && stale.has(error.type) && after !== undefined)
        return api.iterator(arn, shard);
      throw error;
    }
  };

  const read = async (arn: string, shard: string): Promise<Page> => {
    const kept = iterators.get(shard);
    iterators.delete(shard);
    try {
      if (kept !== undefined) return await api.records(kept, pageRecords);
    } catch (error) {
      if (!(error instanceof StreamFailure && stale.has(error.type))) throw error;
    }
    return api.records(await takeIterator(arn, shard), pageRecords);
  };

  const refresh = async (): Promise<string> => {
    streamArn ??= await api.streamOf(table);
    known = await api.shards(streamArn);
    return streamArn;
  };

  const nextOf = async (arn: string): Promise<ShardRecords | undefined> => {
    // Parents come first in the description, so order within a partition is kept.
    for (const { ShardId: shard } of known) {
      if (checkpoints.isFinished(shard)) continue;
      const page = await read(arn, shard);
      if (page.NextShardIterator !== undefined) iterators.set(shard, page.NextShardIterator);
      if (page.Records.length > 0)
        return {
          shard,
          records: page.Records,
          wasLast: page.NextShardIterator !== undefined && !isFull(page),
        };
      if (page.NextShardIterator === undefined) checkpoints.finish(shard);
    }
    return undefined;
  };

  return {
    next: async () => {
      const found = streamArn !== undefined && isOpen() ? await nextOf(streamArn) : undefined;
      return found !== undefined || isOpen() ? found : nextOf(await refresh());
    },
    rewind: () => {
      iterators.clear();
      known = [];
      streamArn = undefined;
    },
  };
};
