import { setTimeout as sleep } from "node:timers/promises";
import { compilePattern } from "./event-pattern.ts";
import type { Upstream } from "./gateway/upstream.ts";
import type { Assembly, Clock, Functions, Journal, Log, Worker } from "./parts.ts";
import { type Checkpoints, openCheckpoints } from "./streams/checkpoints.ts";
import { deliverBatch } from "./streams/deliver-batch.ts";
import { type LambdaStreamRecord, lambdaRecord } from "./streams/lambda-record.ts";
import { createStreamApi } from "./streams/stream-api.ts";
import { type StreamMapping, streamMappings } from "./streams/stream-mapping.ts";
import { createStreamReader, type ShardRecords } from "./streams/stream-reader.ts";
import { createWakeUp } from "./streams/wake-up.ts";

/** The stream event source mappings of the template. */
export type Streams = Worker & {
  /** A call that may have written to this table has ended. */
  readonly wrote: (table: string) => void;
  readonly list: () => readonly {
    readonly table: string;
    readonly functionArn: string;
    readonly behind: number;
  }[];
  /** Reads on until every stream gave an empty answer after the last known write: nothing committed is left behind. */
  readonly confirm: () => void;
};

/** What the streams work with. */
export type StreamParts = {
  readonly upstream: Upstream;
  readonly functions: Pick<Functions, "invoke">;
  readonly clock: Pick<Clock, "now">;
  readonly journal: Journal;
  readonly log: Log;
  /** Sends a message to the queue or topic that a mapping names for records given up. */
  readonly notify: (destination: string, message: string) => void;
  /** Whether the item with these keys was deleted by time to live. */
  readonly isExpired?: (table: string, keys: unknown) => boolean;
};

/**
 * Room for company after a write: fewer, fuller batches, at a latency nobody notices (Lambda itself looks
 * four times a second).
 */
const coalesceMs = 40;
/** Writes that did not pass the gateway are found after this time. */
const slowPollMs = 5000;
/** Lambda's limit for an event is 6 MB; a record's JSON is about twice its size in DynamoDB. */
const maximumBatchBytes = 2_500_000;
const afterErrorMs = 1000;

/** Cuts records into batches by count and size. */
const batchesOf = (records: readonly LambdaStreamRecord[], size: number): LambdaStreamRecord[][] => {
  const batches: LambdaStreamRecord[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const last = batches.at(-1);
    const own = record.dynamodb.SizeBytes ?? 0;
    if (last === undefined || last.length >= size || bytes + own > maximumBatchBytes) {
      batches.push([record]);
      bytes = own;
    } else {
      last.push(record);
      bytes += own;
    }
  }
  return batches;
};

const createMappingWorker = (mapping: StreamMapping, parts: StreamParts) => {
  const { clock, log, isExpired = () => false } = parts;
  const checkpoints: Checkpoints = openCheckpoints(parts.journal, mapping.id);
  const reader = createStreamReader(createStreamApi(parts.upstream), mapping.table, checkpoints);
  const matchers = mapping.patterns.map((pattern) => compilePattern(JSON.parse(pattern)));
  const isWanted = (record: LambdaStreamRecord) =>
    matchers.length === 0 || matchers.some((matches) => matches(record));
  const stopping = new AbortController();
  const { signal } = stopping;
  const wakeUp = createWakeUp();
  let running: Promise<void> | undefined;
  let delivering = false;

  const deliver = async ({ shard, records }: ShardRecords): Promise<void> => {
    delivering = true;
    const readAt = clock.now();
    const all = records.map((record) =>
      lambdaRecord(record, mapping, readAt, (keys) => isExpired(mapping.table, keys)),
    );
    const done = (sequence: string): void => checkpoints.save(shard, sequence);
    for (const batch of batchesOf(all.filter(isWanted), mapping.batchSize))
      if (!signal.aborted)
        await deliverBatch(mapping, { shard, records: batch, readAt, done }, { ...parts, signal });
    delivering = false;
  };

  /** Reads to the end: a short page is enough on an ordinary wake-up, an empty one when it must be proven. */
  const readToEnd = async (): Promise<void> => {
    while (!signal.aborted) {
      const seen = wakeUp.begin();
      const found = await reader.next();
      if (found !== undefined) await deliver(found);
      if (found === undefined || found.wasLast) wakeUp.reached(seen, found === undefined);
      // Under steady writes the pause between reads is what makes batches.
      if (found === undefined || (found.wasLast && (wakeUp.isCurrent() || !wakeUp.isHurried()))) return;
    }
  };

  /** LATEST on the very first start: what is there already is skipped. */
  const skipToLatest = async (): Promise<void> => {
    for (let found = await reader.next(); found !== undefined; found = await reader.next())
      checkpoints.save(found.shard, found.records.at(-1)?.dynamodb.SequenceNumber ?? "");
  };

  const work = async (): Promise<void> => {
    if (mapping.fromLatest && !checkpoints.exist()) await skipToLatest();
    while (!signal.aborted) {
      try {
        await readToEnd();
        await wakeUp.wait(slowPollMs, signal);
        if (!wakeUp.isHurried())
          await sleep(Math.max(coalesceMs, mapping.windowSeconds * 1000), undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        reader.rewind();
        log("error", "a table's stream cannot be read", { table: mapping.table, error: String(error) });
        await sleep(afterErrorMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };

  return {
    mapping,
    wakeUp,
    isPending: () => delivering || wakeUp.isPending(),
    start: () => {
      running = work();
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

/** Makes the stream mappings of an assembly; its tables must exist before `start`. */
export const createStreams = (assembly: Assembly, parts: StreamParts): Streams => {
  const workers = streamMappings(assembly).map((mapping) => createMappingWorker(mapping, parts));
  return {
    wrote: (table) => {
      for (const { mapping, wakeUp } of workers) if (mapping.table === table) wakeUp.wrote();
    },
    confirm: () => {
      for (const { wakeUp } of workers) wakeUp.confirm();
    },
    list: () =>
      workers.map(({ mapping, wakeUp }) => ({
        table: mapping.table,
        functionArn: mapping.functionArn,
        behind: wakeUp.unread(),
      })),
    start: () => {
      for (const worker of workers) worker.start();
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
    pending: () => workers.filter(({ isPending }) => isPending()).length,
  };
};
