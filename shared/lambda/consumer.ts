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

/** What was being done with an event when it failed. */
type Tried = {
  source?: string;
  type?: string;
  eventId?: string;
  correlationId?: string;
  subscription?: string;
};

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

  /** `tried` is filled as far as it comes, for the log. */
  const consume = async (record: SQSRecord, tried: Tried): Promise<void> => {
    const { source, "detail-type": type, detail } = JSON.parse(record.body) as BusEvent;
    Object.assign(tried, { source, type });
    const { eventId, correlationId } = detail.meta;
    Object.assign(tried, { eventId, correlationId });
    const interested = interestedIn(keyOf(source, type));
    if (interested.length === 0) throw new Error(`No subscription for ${type} of ${source}`);
    for (const subscription of interested) {
      tried.subscription = subscription.id;
      const data = subscription.event.data.parse(detail.data);
      await subscription.handle({ meta: detail.meta, data }, connect(subscription, detail.meta));
    }
    metrics.addMetric("Consumed", MetricUnit.Count, 1);
  };

  /** SQS keeps no reason with a message: this line is what a dead letter is explained with, by its message id. */
  const consumeOrLog = async (record: SQSRecord): Promise<void> => {
    const tried: Tried = {};
    try {
      await consume(record, tried);
    } catch (error) {
      const attempt = Number(record.attributes.ApproximateReceiveCount);
      const messageId = record.messageId;
      logger.error("event not consumed", { ...tried, messageId, attempt, error: error as Error });
      throw error;
    }
  };

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
