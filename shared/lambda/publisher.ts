import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import middy from "@middy/core";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { PublisherEnvironment } from "./environment.ts";
import { createTelemetry } from "./telemetry.ts";

const environment = PublisherEnvironment.parse(process.env);
const telemetry = createTelemetry(environment.SERVICE);
/** A call that hangs is cut and tried again, all within the function's 30 seconds. */
const client = new EventBridgeClient({
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
});

/** PutEvents takes ten entries a call, of 1 MB together; the rest of the megabyte is room for names. */
const limit = { entries: 10, bytes: 1_000_000 };

type Published = { readonly record: DynamoDBRecord; readonly entry: PutEventsRequestEntry };

const entryOf = (record: DynamoDBRecord): Published => {
  const item = record.dynamodb?.NewImage;
  const entry = {
    EventBusName: environment.BUS_NAME,
    Source: item?.source?.S,
    DetailType: item?.detailType?.S,
    Detail: item?.detail?.S,
  };
  return { record, entry };
};

/** Cuts a batch into calls, in order. */
const callsOf = (all: readonly Published[]): Published[][] => {
  const calls: Published[][] = [];
  let bytes = 0;
  for (const one of all) {
    const size = Buffer.byteLength(one.entry.Detail ?? "");
    const last = calls.at(-1);
    if (last !== undefined && last.length < limit.entries && bytes + size <= limit.bytes) {
      last.push(one);
      bytes += size;
    } else {
      calls.push([one]);
      bytes = size;
    }
  }
  return calls;
};

/** Publishes in order; answers how many went out before the first that did not. */
const publish = async (records: readonly DynamoDBRecord[]): Promise<number> => {
  let done = 0;
  for (const call of callsOf(records.map(entryOf))) {
    const Entries = call.map(({ entry }) => entry);
    // A 200 says nothing about the entries: each has its own outcome.
    const { Entries: outcomes = [] } = await client.send(new PutEventsCommand({ Entries }));
    const failed = outcomes.findIndex((outcome) => outcome.ErrorCode !== undefined);
    if (failed >= 0) {
      const { Keys, SequenceNumber: sequenceNumber } = call[failed]?.record.dynamodb ?? {};
      const event = { subject: Keys?.pk?.S, event: Keys?.sk?.S, sequenceNumber };
      telemetry.logger.error("event not published", { ...event, outcome: outcomes[failed] });
      return done + failed;
    }
    done += call.length;
  }
  return done;
};

/**
 * The Lambda behind every table's stream: event items go to the bus. From the first that fails on, the batch
 * is handed back to the stream and comes again; consumers drop what they have seen.
 */
export const publisher = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
  .use(injectLambdaContext(telemetry.logger, { resetKeys: true }))
  .use(logMetrics(telemetry.metrics))
  .handler(async ({ Records: records }) => {
    const published = await publish(records);
    telemetry.metrics.addMetric("Published", MetricUnit.Count, published);
    const itemIdentifier = records[published]?.dynamodb?.SequenceNumber;
    return { batchItemFailures: itemIdentifier ? [{ itemIdentifier }] : [] };
  });
