import { compilePattern } from "../event-pattern.ts";
import type { Upstream } from "../gateway/upstream.ts";
import type { Assembly, Clock, Functions } from "../parts.ts";
import { failedFrom, failureText } from "./batch-outcome.ts";
import { type LambdaStreamRecord, lambdaRecord } from "./lambda-record.ts";
import { createStreamApi, type StreamApi } from "./stream-api.ts";
import { type StreamMapping, streamMappings } from "./stream-mapping.ts";

/** Hands records that were given up to their function again. */
export type Replay = {
  /** Whether this queue is where a stream mapping tells of records it gave up. */
  readonly isFor: (queueArn: string) => boolean;
  /** Settles with how many records the function has now done; throws with the reason when it has not. */
  readonly again: (queueArn: string, message: string) => Promise<number>;
};

type Parts = {
  readonly upstream: Upstream;
  readonly functions: Pick<Functions, "invoke">;
  readonly clock: Pick<Clock, "now">;
};
type Range = {
  readonly shardId: string;
  readonly startSequenceNumber: string;
  readonly endSequenceNumber: string;
  readonly streamArn: string;
};

const pageRecords = 1000;

/** Sequence numbers have 21 digits and more. */
const isPast = (sequence: string, end: string): boolean => BigInt(sequence) > BigInt(end);

const readRange = async (api: StreamApi, table: string, range: Range) => {
  const { shardId, startSequenceNumber: start, endSequenceNumber: end } = range;
  const records: Awaited<ReturnType<StreamApi["records"]>>["Records"][number][] = [];
  let iterator: string | undefined = await api.iteratorAt(await api.streamOf(table), shardId, start);
  while (iterator !== undefined) {
    const page: Awaited<ReturnType<StreamApi["records"]>> = await api.records(iterator, pageRecords);
    records.push(...page.Records.filter(({ dynamodb }) => !isPast(dynamodb.SequenceNumber, end)));
    const last = page.Records.at(-1)?.dynamodb.SequenceNumber;
    if (last === undefined || BigInt(last) >= BigInt(end)) break;
    iterator = page.NextShardIterator;
  }
  return records;
};

/** Reads what a message of an on-failure destination speaks of from the stream, which keeps it for a day. */
export const createReplay = (assembly: Assembly, { upstream, functions, clock }: Parts): Replay => {
  const mappings = streamMappings(assembly);
  const api = createStreamApi(upstream);
  const wanted = (mapping: StreamMapping, record: LambdaStreamRecord): boolean =>
    mapping.patterns.length === 0 ||
    mapping.patterns.some((pattern) => compilePattern(JSON.parse(pattern))(record));

  return {
    isFor: (queueArn) => mappings.some(({ onFailure }) => onFailure === queueArn),
    again: async (queueArn, message) => {
      const range = (JSON.parse(message) as { readonly DDBStreamBatchInfo: Range }).DDBStreamBatchInfo;
      const mapping = mappings.find(
        ({ onFailure, streamArn }) => onFailure === queueArn && streamArn === range.streamArn,
      );
      if (mapping === undefined) throw new Error(`nothing reads ${range.streamArn} any more`);
      const found = await readRange(api, mapping.table, range);
      const records = found
        .map((record) => lambdaRecord(record, mapping, clock.now(), () => false))
        .filter((record) => wanted(mapping, record));
      for (let done = 0; done < records.length; done += mapping.batchSize) {
        const batch = records.slice(done, done + mapping.batchSize);
        const result = await functions.invoke(mapping.functionArn, { Records: batch });
        if (failedFrom(result, batch, mapping.reportsFailures) !== undefined)
          throw new Error(failureText(result));
      }
      return records.length;
    },
  };
};
