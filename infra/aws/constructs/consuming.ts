import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { Rule, type RuleProps } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { detailType } from "../../../shared/events/event-type.ts";
import type { DataPattern, Subscription } from "../../../shared/events/subscription.ts";
import type { ServiceParts } from "../service-parts.ts";
import { ring } from "./alarm-bell.ts";
import { addHandler } from "./handling.ts";
import { createQueue } from "./queue.ts";

/** Ten messages at a time, three seconds for each at worst. */
const timeout = Duration.seconds(30);

/** What one rule asks for: exact detail-types of one source, narrowed by their data where declared. */
type Interest = {
  readonly source: string;
  readonly where: DataPattern | undefined;
  readonly types: readonly string[];
};

const keyOf = ({ event }: Subscription<never>): string => `${event.source}/${detailType(event)}`;

/** Where one subscription wants all of an event, a narrower rule would only deliver it twice. */
const interestsOf = ({ service }: ServiceParts): readonly Interest[] => {
  const whole = new Set(service.subscriptions.filter(({ where }) => where === undefined).map(keyOf));
  const needed = service.subscriptions.filter((each) => each.where === undefined || !whole.has(keyOf(each)));
  const interests = new Map<string, Interest>();
  for (const { event, where } of needed) {
    const key = JSON.stringify([event.source, where]);
    const types = new Set([...(interests.get(key)?.types ?? []), detailType(event)]);
    interests.set(key, { source: event.source, where, types: [...types].sort() });
  }
  return [...interests.values()];
};

/** Foreign detail-types by source. */
const foreignTypes = ({
  service: { foreign = [] },
}: ServiceParts): ReadonlyMap<string, readonly string[]> => {
  const types = new Map<string, readonly string[]>();
  for (const { event } of foreign)
    types.set(event.source, [...new Set([...(types.get(event.source) ?? []), event.detailType])].sort());
  return types;
};

/** The fields a pattern looks at, as part of a name. */
const fieldsOf = (pattern: DataPattern): string =>
  Object.entries(pattern)
    .map(([field, inner]) => (Array.isArray(inner) ? field : `${field}-${fieldsOf(inner as DataPattern)}`))
    .join("-");

/**
 * Bus to handler: rules put what the service subscribes to into its one queue. What cannot be delivered and what
 * fails five times ends in the same dead-letter queue with the same body, so one redrive brings all of it back.
 */
export const addConsumer = (scope: Construct, parts: ServiceParts): void => {
  const { service, core } = parts;
  const name = `${core.settings.name}-${service.name}`;
  const deadLetters = createQueue(scope, "DeadLetters", { queueName: `${name}-dead-letters` });
  const queue = createQueue(scope, "Events", {
    queueName: `${name}-events`,
    // Six time-outs, as AWS advises: a throttled poller must not hand a message out twice.
    visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
  const listen = (id: string, source: string, types: readonly string[], more: Partial<RuleProps>) =>
    new Rule(scope, id, {
      description: `What ${service.name} wants to know of ${source}`,
      targets: [
        new SqsQueue(queue, {
          deadLetterQueue: deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
      ...more,
      eventPattern: { source: [source], detailType: [...types], ...more.eventPattern },
    });
  for (const { source, where, types } of interestsOf(parts)) {
    const eventPattern = where ? { detail: { data: where } } : {};
    const id = `From-${source}${where ? `-${fieldsOf(where)}` : ""}`;
    listen(id, source, types, { eventBus: core.bus, eventPattern });
  }
  // Without a bus a rule listens to the account's default one, the only one AWS services put events on.
  for (const [source, types] of foreignTypes(parts)) listen(`Foreign-${source}`, source, types, {});
  const { lambda } = addHandler(scope, parts, "consumer", {
    summary: `Does what ${service.name} has to do when something happened elsewhere`,
    timeout,
    statements: [
      new PolicyStatement({
        actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
        resources: [queue.queueArn],
      }),
    ],
  });
  new EventSourceMapping(scope, "Inbox", {
    target: lambda,
    eventSourceArn: queue.queueArn,
    batchSize: 10,
    reportBatchItemFailures: true,
    // Leaves the account's concurrency to people when a bulk change elsewhere floods the queue.
    maxConcurrency: 10,
  });
  ring(scope, core.bell, {
    kind: "dead-letters",
    about: service.name,
    statistic: Stats.MAXIMUM,
    metric: (options) => deadLetters.metricApproximateNumberOfMessagesVisible(options),
  });
  ring(scope, core.bell, {
    kind: "queue-age",
    about: service.name,
    statistic: Stats.MAXIMUM,
    metric: (options) => queue.metricApproximateAgeOfOldestMessage(options),
  });
};
