import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { PartialItemFailureResponse } from "@aws-lambda-powertools/batch/types";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import middy from "@middy/core";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import { detailType, type EventDetail } from "../events/event-type.ts";
import type { Subscription } from "../events/subscription.ts";
import type { Service } from "../service.ts";
import type { Telemetry } from "./telemetry.ts";

/** An event as EventBridge puts it into a queue. */
type BusEvent = { readonly source: string; readonly "detail-type": string; readonly detail: EventDetail };

/** Builds what a subscription's handler works with, for one event. */
export type ConnectSubscription<C> = (subscription: Subscription<C>, meta: EventDetail["meta"]) => C;

const keyOf = (source: string, type: string): string => `${source}/${type}`;

/**
 * The Lambda behind a service's queue: each message goes to the subscriptions of its event. Those that fail
 * are reported one by one, so the others of the batch are not repeated.
 */
export const createConsumer = <C>(
  service: Service<C>,
  connect: ConnectSubscription<C>,
  { logger, metrics }: Telemetry,
) => {
  const interestedIn = (key: string) =>
    service.subscriptions.filter(({ event }) => keyOf(event.source, detailType(event)) === key);

  const consume = async (record: SQSRecord): Promise<void> => {
    const { source, "detail-type": type, detail } = JSON.parse(record.body) as BusEvent;
    const interested = interestedIn(keyOf(source, type));
    if (interested.length === 0) throw new Error(`No subscription for ${type} of ${source}`);
    for (const subscription of interested) {
      const data = subscription.event.data.parse(detail.data);
      await subscription.handle({ meta: detail.meta, data }, connect(subscription, detail.meta));
    }
    metrics.addMetric("Consumed", MetricUnit.Count, 1);
  };

  const consumeOrLog = (record: SQSRecord): Promise<void> =>
    consume(record).catch((error: Error) => {
      logger.error("event not consumed", { error, messageId: record.messageId });
      throw error;
    });

  return middy<SQSEvent, PartialItemFailureResponse>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logMetrics(metrics))
    .handler((event, context) =>
      processPartialResponse(event, consumeOrLog, new BatchProcessor(EventType.SQS, { logger }), {
        context,
        throwOnFullBatchFailure: false,
      }),
    );
};
