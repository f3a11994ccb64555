import { Duration } from "aws-cdk-lib";
import { Stats } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDlq } from "aws-cdk-lib/aws-lambda-event-sources";
import type { Construct } from "constructs";
import { eventRange } from "../../../shared/dynamo/items.ts";
import { PublisherEnvironment } from "../../../shared/lambda/environment.ts";
import type { ServiceParts } from "../service-parts.ts";
import { ring } from "./alarm-bell.ts";
import { createLastResort } from "./queue.ts";
import { ServiceFunction } from "./service-function.ts";

/** Event items are the only ones the publisher has to see; the sort key's prefix tells them. */
const newEvents = FilterCriteria.filter({
  eventName: FilterRule.isEqual("INSERT"),
  dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(eventRange.prefix) } } },
});

/** Outbox to bus: the table's stream drives the publisher, which is the same code for every service. */
export const addPublisher = (scope: Construct, { service, table, core, bundles }: ServiceParts): void => {
  const about = `${service.name}-publisher`;
  const given = createLastResort(scope, "Unpublished", `${core.settings.name}-${service.name}-unpublished`);
  const stream = table.tableStreamArn ?? "";
  const { lambda } = new ServiceFunction(scope, "Publisher", {
    name: about,
    summary: `Publishes what happened in ${service.name} on the bus`,
    code: bundles("publisher"),
    handler: "publisher",
    // A batch of 100 is at most 10 calls of PutEvents.
    timeout: Duration.seconds(30),
    environment: PublisherEnvironment.parse({ SERVICE: service.name, BUS_NAME: core.bus.eventBusName }),
    statements: [
      new PolicyStatement({
        actions: [
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams",
        ],
        resources: [stream],
      }),
      new PolicyStatement({ actions: ["events:PutEvents"], resources: [core.bus.eventBusArn] }),
      new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [given.queueArn] }),
    ],
    bell: core.bell,
  });
  new EventSourceMapping(scope, "Outbox", {
    target: lambda,
    eventSourceArn: stream,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    // One batch per shard at a time: the events of a record leave in the order they happened.
    parallelizationFactor: 1,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    // Tried for as long as the stream keeps a record (24 h) less an hour, so that what is given up is reported.
    retryAttempts: -1,
    maxRecordAge: Duration.hours(23),
    onFailure: new SqsDlq(given),
    filters: [newEvents],
  });
  ring(scope, core.bell, {
    kind: "iterator-age",
    about,
    statistic: Stats.MAXIMUM,
    metric: (options) => lambda.metric("IteratorAge", options),
  });
  ring(scope, core.bell, {
    kind: "unpublished-events",
    about: service.name,
    statistic: Stats.MAXIMUM,
    metric: (options) => given.metricApproximateNumberOfMessagesVisible(options),
  });
};
