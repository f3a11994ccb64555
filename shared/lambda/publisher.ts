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

/** PutEvents takes ten entries a call. */
const batch = 10;

const entryOf = (record: DynamoDBRecord): PutEventsRequestEntry => {
  const item = record.dynamodb?.NewImage;
  return {
    EventBusName: environment.BUS_NAME,
    Source: item?.source?.S,
    DetailType: item?.detailType?.S,
    Detail: item?.detail?.S,
  };
};

/** Publishes in order; answers how many went out before the first that did not. */
const publish = async (records: readonly DynamoDBRecord[]): Promise<number> => {
  for (let done = 0; done < records.length; done += batch) {
    const Entries = records.slice(done, done + batch).map(entryOf);
    // A 200 says nothing about the entries: each has its own outcome.
    const { Entries: outcomes = [] } = await client.send(new PutEventsCommand({ Entries }));
    const failed = outcomes.findIndex((outcome) => outcome.ErrorCode !== undefined);
    if (failed >= 0) {
      telemetry.logger.error("event not published", { outcome: outcomes[failed] });
      return done + failed;
    }
  }
  return records.length;
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
