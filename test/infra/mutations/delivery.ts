import { type Mutation, property, refTo, without } from "./mutation.ts";

const arn = (id: string) => ({ "Fn::GetAtt": [id, "Arn"] });
const filter = (pattern: object | string) => [
  { Pattern: typeof pattern === "string" ? pattern : JSON.stringify(pattern) },
];

/** Events that would be lost, repeated without end, or never sent. */
export const deliveryMutations: readonly Mutation[] = [
  {
    title: "a table without a stream",
    change: property("Pencil/Table", "StreamSpecification", undefined),
    caughtBy: "local cloud",
  },
  {
    title: "a stream that carries keys only",
    change: property("Pencil/Table", "StreamSpecification.StreamViewType", "KEYS_ONLY"),
    caughtBy: "house rules",
  },
  {
    title: "a stream view that does not exist",
    change: property("Pencil/Table", "StreamSpecification.StreamViewType", "NEWEST_IMAGE"),
    caughtBy: "validate",
  },
  {
    title: "a stream filter that matches nothing",
    change: property(
      "Pencil/Outbox",
      "FilterCriteria.Filters",
      filter({ eventName: ["INSERT"], dynamodb: { Keys: { sk: { S: [{ prefix: "EVNT#" }] } } } }),
    ),
    caughtBy: "house rules",
  },
  {
    title: "a stream filter with an operator that does not exist",
    change: property(
      "Pencil/Outbox",
      "FilterCriteria.Filters",
      filter({ dynamodb: { Keys: { sk: { S: [{ beginsWith: "EVENT#" }] } } } }),
    ),
    caughtBy: "local cloud",
  },
  {
    title: "a stream filter that is no JSON",
    change: property("Pencil/Outbox", "FilterCriteria.Filters", filter("{sk:EVENT#}")),
    caughtBy: "local cloud",
  },
  {
    title: "a publisher that wakes for every write",
    change: property("Pencil/Outbox", "FilterCriteria", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a publisher that starts with what comes after it",
    change: property("Pencil/Outbox", "StartingPosition", "LATEST"),
    caughtBy: "house rules",
  },
  {
    title: "a stream mapping without a starting position",
    change: property("Pencil/Outbox", "StartingPosition", undefined),
    caughtBy: "local cloud",
  },
  {
    title: "a publisher that gives up on events in silence",
    change: property("Pencil/Outbox", "DestinationConfig", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a publisher that gives up after two attempts",
    change: property("Pencil/Outbox", "MaximumRetryAttempts", 2),
    caughtBy: "house rules",
  },
  {
    title: "more batches of a shard at once than Lambda can",
    change: property("Pencil/Outbox", "ParallelizationFactor", 11),
    caughtBy: "validate",
  },
  {
    title: "several batches of a shard at once, out of order",
    change: property("Pencil/Outbox", "ParallelizationFactor", 4),
    caughtBy: "house rules",
  },
  {
    title: "a stream mapping that takes a bad record's whole batch along",
    change: property("Pencil/Outbox", "FunctionResponseTypes", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a queue mapping that repeats what was done",
    change: property("Pencil/Inbox", "FunctionResponseTypes", undefined),
    caughtBy: "house rules",
  },
  {
    title: "a mapping that is switched off",
    change: property("Pencil/Inbox", "Enabled", false),
    caughtBy: "house rules",
  },
  {
    title: "a queue whose messages return while the function still runs",
    change: property("Pencil/Events", "VisibilityTimeout", 20),
    caughtBy: "local cloud",
  },
  {
    title: "a queue whose messages return before a throttled poller is done",
    change: property("Pencil/Events", "VisibilityTimeout", 60),
    caughtBy: "house rules",
  },
  {
    title: "a queue without dead letters",
    change: property("Pencil/Events", "RedrivePolicy", undefined),
    caughtBy: "nag",
  },
  {
    title: "a queue that gives up after one attempt",
    change: property("Pencil/Events", "RedrivePolicy.maxReceiveCount", 1),
    caughtBy: "house rules",
  },
  {
    title: "dead letters that vanish after an hour",
    change: property("Pencil/DeadLetters", "MessageRetentionPeriod", 3600),
    caughtBy: "house rules",
  },
  {
    title: "dead letters in a queue that does not exist",
    change: without("Pencil/DeadLetters"),
    caughtBy: "validate",
  },
  {
    title: "a mapping of the dead letters instead of the events",
    change: refTo("Pencil/DeadLetters", arn, (value) => property("Pencil/Inbox", "EventSourceArn", value)),
    caughtBy: "local cloud",
  },
  {
    title: "events mapped to the timer",
    change: refTo(
      "Pencil/TimerFunction",
      (Ref) => ({ Ref }),
      (value) => property("Pencil/Inbox", "FunctionName", value),
    ),
    caughtBy: "local cloud",
  },
  {
    title: "fewer pollers at once than SQS mappings can have",
    change: property("Pencil/Inbox", "ScalingConfig.MaximumConcurrency", 1),
    caughtBy: "validate",
  },
  {
    title: "a consumer without its queue mapping",
    change: without("Pencil/Inbox"),
    caughtBy: "house rules",
  },
  {
    title: "an outbox that nobody empties",
    change: without("Paper/Outbox"),
    caughtBy: "house rules",
  },
  {
    title: "a batch larger than a queue without a window can give",
    change: property("Pencil/Inbox", "BatchSize", 100),
    caughtBy: "local cloud",
  },
];
