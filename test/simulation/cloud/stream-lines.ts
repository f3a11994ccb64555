import { compilePattern } from "../../../infra/local/event-pattern.ts";
import type { Upstream } from "../../../infra/local/gateway/upstream.ts";
import { memoryJournal } from "../../../infra/local/journal.ts";
import { failedFrom } from "../../../infra/local/streams/batch-outcome.ts";
import { openCheckpoints } from "../../../infra/local/streams/checkpoints.ts";
import { type LambdaStreamRecord, lambdaRecord } from "../../../infra/local/streams/lambda-record.ts";
import { createStreamApi } from "../../../infra/local/streams/stream-api.ts";
import type { StreamMapping } from "../../../infra/local/streams/stream-mapping.ts";
import { createStreamReader } from "../../../infra/local/streams/stream-reader.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../machine/random.ts";
import type { Invocations } from "./invocations.ts";

/** One table's stream on its way to one function. */
export type StreamLine = {
  readonly name: string;
  /** The table got a new item with this key. */
  readonly created: (table: string, key: object) => void;
  readonly isReady: () => boolean;
  /** Reads what was written and hands a batch of some size to the function. */
  readonly deliver: () => Promise<string>;
  /** Records that the function has not yet said yes to. */
  readonly behind: () => number;
};

type Parts = {
  readonly upstream: Upstream;
  readonly invocations: Invocations;
  readonly faults: Faults;
  readonly random: Random;
  readonly now: () => number;
  /** A batch failed although nobody made trouble for it. */
  readonly failed: (why: string) => void;
};

/** How often the stream is asked for a record that must be there, in a row and then with pauses (about a minute). */
const readsInARow = 50;
const mostReads = 1250;
const pauseMs = 50;

type Shard = { records: LambdaStreamRecord[]; isRunning: boolean };

/**
 * DynamoDB keeps the order of one item's records only. So the simulation spreads them over shards of its own,
 * each in order, and takes from them as it likes.
 */
export const createStreamLine = (mapping: StreamMapping, shards: number, parts: Parts): StreamLine => {
  const { invocations, faults, random, now } = parts;
  const reader = createStreamReader(
    createStreamApi(parts.upstream),
    mapping.table,
    openCheckpoints(memoryJournal(), mapping.id),
  );
  const matchers = mapping.patterns.map((pattern) => compilePattern(JSON.parse(pattern)));
  const isWanted = (record: unknown) => matchers.length === 0 || matchers.some((matches) => matches(record));
  const all: Shard[] = Array.from({ length: shards }, () => ({ records: [], isRunning: false }));
  let expected = 0;

  const take = (record: LambdaStreamRecord) => {
    if (!isWanted(record)) return;
    expected--;
    const key = JSON.stringify(record.dynamodb.Keys.pk);
    const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
    all[sum % shards]?.records.push(record);
  };
  /** A write that was answered must be in the stream; how soon DynamoDB Local shows it is not promised. */
  const readAll = async () => {
    for (let reads = 0; expected > 0; reads++) {
      if (reads > mostReads)
        throw new Error(`${mapping.table}: ${expected} records are missing in the stream`);
      if (reads > readsInARow) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const found = await reader.next();
      for (const record of found?.records ?? []) take(lambdaRecord(record, mapping, now(), () => false));
    }
  };
  const settle = (shard: Shard, batch: readonly LambdaStreamRecord[], failedAt: number | undefined) => {
    shard.isRunning = false;
    const [fault] = faults.at("stream batch");
    if (fault !== undefined) faults.inject(fault);
    else shard.records.splice(0, failedAt ?? batch.length);
  };
  const ready = () => all.filter(({ isRunning, records }) => !isRunning && records.length > 0);

  return {
    name: mapping.table,
    created: (table, Keys) => {
      const record = { eventName: "INSERT", dynamodb: { Keys } };
      if (table === mapping.table && isWanted(record)) expected++;
    },
    isReady: () => ready().length > 0 || (expected > 0 && all.some(({ isRunning }) => !isRunning)),
    deliver: async () => {
      await readAll();
      const open = ready();
      if (open.length === 0) return "nothing";
      const shard = random.pick(open);
      const most = Math.min(mapping.batchSize, shard.records.length);
      const batch = shard.records.slice(0, random.between(1, most));
      shard.isRunning = true;
      void invocations.invoke(mapping.functionArn, { Records: batch }).then((result) => {
        const failedAt = failedFrom(result, batch, mapping.reportsFailures);
        if (failedAt !== undefined && !result.isDisturbed) parts.failed(JSON.stringify(result));
        settle(shard, batch, failedAt);
      });
      return `${batch.length} of ${shard.records.length} records`;
    },
    behind: () => expected + all.reduce((sum, { records }) => sum + records.length, 0),
  };
};
