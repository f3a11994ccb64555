import { randomUUID } from "node:crypto";
import type { LambdaStreamRecord } from "./lambda-record.ts";
import type { StreamMapping } from "./stream-mapping.ts";

/** Why records were given up. */
export type GivenUp = "RetryAttemptsExhausted" | "RecordAgeExceeded";

/** The message Lambda sends to the on-failure destination: where the records are, not the records themselves. */
export const failureMessage = (
  mapping: StreamMapping,
  shard: string,
  records: readonly LambdaStreamRecord[],
  condition: GivenUp,
  attempts: number,
  now: number,
): string => {
  const time = new Date(now).toISOString();
  return JSON.stringify({
    requestContext: {
      requestId: randomUUID(),
      functionArn: mapping.functionArn,
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
    version: "1.0",
    timestamp: time,
    DDBStreamBatchInfo: {
      shardId: shard,
      startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: time,
      approximateArrivalOfLastRecord: time,
      batchSize: records.length,
      streamArn: mapping.streamArn,
    },
  });
};
