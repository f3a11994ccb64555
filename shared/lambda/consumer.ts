import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { PartialItemFailureResponse } from "@aws-lambda-powertools/batch/types";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import middy from "@middy/core";
import type { SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import { detailType, type EventDetail } from "../events/event-type.ts";
import type { ForeignEnvelope, ForeignSubscription } from "../events/foreign.ts";
import type { Service } from "../service.ts";
import type { Telemetry } from "./telemetry.ts";

/** An event as EventBridge puts it into a queue. */
type BusEvent = ForeignEnvelope & { readonly detail: EventDetail };

/** Builds what a subscription's handler works with, for one event. */
export type ConnectSubscription<C> = (
  subscription: { readonly id: string },
  meta: Pick<EventDetail["meta"], "correlationId" | "eventId">,
) => C;

const wordsOf = (error: z.ZodError): string => {
  const [issue] = error.issues;
  return `detail${issue?.path.map((step) => `.${String(step)}`).join("") ?? ""}: ${issue?.message}`;
};

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
  const { foreign: foreignOnes = [] } = service;
  const interestedIn = (key: string) =>
    service.subscriptions.filter(({ event }) => keyOf(event.source, detailType(event)) === key);

  const consumed = (): void => void metrics.addMetric("Consumed", MetricUnit.Count, 1);

  const takeIn = async (each: ForeignSubscription<C>, received: ForeignEnvelope & { detail: unknown }) => {
    const context = connect(each, { correlationId: received.id, eventId: received.id });
    const { data: detail, error } = each.event.detail.safeParse(received.detail);
    if (error) return each.keep(received, wordsOf(error), context);
    return each.handle({ ...received, detail }, context);
  };

  /** `tried` is filled as far as it comes, for the log. */
  const consume = async (record: SQSRecord, tried: Tried): Promise<void> => {
    const event = JSON.parse(record.body) as BusEvent;
    const { source, "detail-type": type, detail } = event;
    Object.assign(tried, { source, type });
    const foreign = foreignOnes.filter(
      (each) => keyOf(each.event.source, each.event.detailType) === keyOf(source, type),
    );
    for (const each of foreign) {
      Object.assign(tried, { eventId: event.id, subscription: each.id });
      await takeIn(each, event);
    }
    if (foreign.length > 0) return consumed();
    const { eventId, correlationId } = detail.meta;
    Object.assign(tried, { eventId, correlationId });
    const interested = interestedIn(keyOf(source, type));
    if (interested.length === 0) throw new Error(`No subscription for ${type} of ${source}`);
    for (const subscription of interested) {
      tried.subscription = subscription.id;
      const data = subscription.event.data.parse(detail.data);
      await subscription.handle({ meta: detail.meta, data }, connect(subscription, detail.meta));
    }
    consumed();
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
