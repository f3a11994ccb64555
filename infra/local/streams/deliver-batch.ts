import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, Functions, Log } from "../parts.ts";
import { failedFrom, failureText } from "./batch-outcome.ts";
import { failureMessage, type GivenUp } from "./failure-destination.ts";
import type { LambdaStreamRecord } from "./lambda-record.ts";
import type { StreamMapping } from "./stream-mapping.ts";

/** What delivering works with. */
export type DeliveryParts = {
  readonly functions: Pick<Functions, "invoke">;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  /** Sends to the on-failure destination. */
  readonly notify: (destination: string, message: string) => void;
  readonly signal: AbortSignal;
};

/** Records of one shard that go to the function together; `done` is told the last record that is settled. */
export type Batch = {
  readonly shard: string;
  readonly records: readonly LambdaStreamRecord[];
  /** Virtual time at which the records were read. */
  readonly readAt: number;
  readonly done: (sequence: string) => void;
};

type Part = { readonly records: readonly LambdaStreamRecord[]; readonly attempts: number };

/** The pause before a try: doubling, real time, so that a failing function does not spin. */
const pauseMs = (attempts: number): number => Math.min(100 * 2 ** (attempts - 1), 10_000);

/** Why no further try is made, if so. */
const givenUp = (mapping: StreamMapping, attempts: number, ageMs: number): GivenUp | undefined => {
  const { maximumRetries, maximumAgeSeconds } = mapping;
  if (maximumRetries >= 0 && attempts > maximumRetries) return "RetryAttemptsExhausted";
  return maximumAgeSeconds >= 0 && ageMs > maximumAgeSeconds * 1000 ? "RecordAgeExceeded" : undefined;
};

/** Halves of a failed batch keep its count of tries: bisecting costs no retry. */
const bisected = (records: readonly LambdaStreamRecord[], attempts: number): Part[] => {
  const middle = Math.ceil(records.length / 2);
  return [
    { records: records.slice(0, middle), attempts },
    { records: records.slice(middle), attempts },
  ];
};

/** Hands a batch to the function until every record is processed or given up, in order, as Lambda's pollers do. */
export const deliverBatch = async (
  mapping: StreamMapping,
  batch: Batch,
  parts: DeliveryParts,
): Promise<void> => {
  const { functions, clock, log, notify, signal } = parts;
  const settled = (records: readonly LambdaStreamRecord[]): void => {
    const last = records.at(-1);
    if (last !== undefined) batch.done(last.dynamodb.SequenceNumber);
  };
  const abandon = (records: readonly LambdaStreamRecord[], condition: GivenUp, attempts: number): void => {
    const { functionArn, onFailure } = mapping;
    log("error", "stream records given up", {
      function: functionArn,
      records: records.length,
      condition,
      onFailure,
    });
    if (onFailure !== undefined)
      notify(onFailure, failureMessage(mapping, batch.shard, records, condition, attempts, clock.now()));
    settled(records);
  };

  const line: Part[] = [{ records: batch.records, attempts: 0 }];
  for (let part = line.shift(); part !== undefined && !signal.aborted; part = line.shift()) {
    const result = await functions.invoke(mapping.functionArn, { Records: part.records });
    if (signal.aborted) return;
    const failedAt = failedFrom(result, part.records, mapping.reportsFailures);
    settled(part.records.slice(0, failedAt));
    if (failedAt === undefined) continue;
    const rest = part.records.slice(failedAt);
    log("warn", "stream records failed", {
      function: mapping.functionArn,
      records: rest.length,
      error: failureText(result),
    });
    if (mapping.bisects && rest.length > 1) {
      line.unshift(...bisected(rest, failedAt > 0 ? 0 : part.attempts));
      continue;
    }
    const attempts = failedAt > 0 ? 1 : part.attempts + 1;
    const reason = givenUp(mapping, attempts, clock.now() - batch.readAt);
    if (reason !== undefined) abandon(rest, reason, attempts);
    else {
      line.unshift({ records: rest, attempts });
      await sleep(pauseMs(attempts), undefined, { signal }).catch(() => undefined);
    }
  }
};
