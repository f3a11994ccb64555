import { type Finding, type Installation, mustBe, type Rule, unless } from "./rule.ts";
import { at, listOf, type Part, type Templates } from "./templates.ts";

const byIdentity = ({ parts }: Templates, identity: string | undefined): Part | undefined =>
  parts.find((part) => part.identity === identity);

/** SQS's longest: two weeks in which somebody can look into what went wrong. */
const longestRetention = 14 * 24 * 60 * 60;

const isStream = (templates: Templates, mapping: Part): boolean =>
  templates.text(mapping, "EventSourceArn")?.endsWith("#StreamArn") ?? false;

const streamFindings = ({ templates }: Installation, mapping: Part): Finding[] => {
  const check = mustBe("Outbox", mapping);
  const lastResort = byIdentity(
    templates,
    templates.text(mapping, "DestinationConfig.OnFailure.Destination"),
  );
  return [
    ...unless(
      lastResort?.type === "AWS::SQS::Queue",
      "Outbox",
      mapping,
      "gives up on events without a queue to say so",
    ),
    ...check("StartingPosition", "TRIM_HORIZON"),
    ...check("ParallelizationFactor", 1),
    ...check("MaximumRetryAttempts", -1),
    ...check("BisectBatchOnFunctionError", true),
    ...unless(
      at(mapping, "FilterCriteria") !== undefined,
      "Outbox",
      mapping,
      "wakes the publisher for every write",
    ),
  ];
};

/** AWS's advice: a poller that is throttled must not see a message return while it still tries. */
const visibilityFactor = 6;

const queueFindings = ({ templates }: Installation, mapping: Part): Finding[] => {
  const queue = byIdentity(templates, templates.text(mapping, "EventSourceArn"));
  const target = byIdentity(templates, templates.text(mapping, "FunctionName"));
  if (queue === undefined || target === undefined)
    return [{ rule: "Inbox", part: mapping, message: "connects nothing" }];
  const visible = Number(at(queue, "VisibilityTimeout") ?? 30);
  const timeout = Number(at(target, "Timeout") ?? 3);
  const attempts = Number(at(queue, "RedrivePolicy.maxReceiveCount"));
  const deadLetters = byIdentity(templates, templates.text(queue, "RedrivePolicy.deadLetterTargetArn"));
  return [
    ...unless(
      visible >= visibilityFactor * timeout,
      "Inbox",
      queue,
      `is visible again after ${visible} s, below 6 x ${timeout} s`,
    ),
    ...unless(
      deadLetters?.type === "AWS::SQS::Queue",
      "Inbox",
      queue,
      "repeats what fails forever: no dead-letter queue",
    ),
    ...unless(
      attempts >= 3 && attempts <= 10,
      "Inbox",
      queue,
      `gives a message ${attempts} attempts, not 3 to 10`,
    ),
  ];
};

/** One bad message never takes its batch along, and nothing is given up silently. */
const mappings: Rule = (installation) =>
  installation.templates
    .ofType("AWS::Lambda::EventSourceMapping")
    .flatMap((mapping) => [
      ...mustBe("Mapping", mapping)("FunctionResponseTypes", ["ReportBatchItemFailures"]),
      ...unless(at(mapping, "Enabled") !== false, "Mapping", mapping, "is switched off"),
      ...(isStream(installation.templates, mapping) ? streamFindings : queueFindings)(installation, mapping),
    ]);

const queues: Rule = ({ templates }) =>
  templates
    .ofType("AWS::SQS::Queue")
    .flatMap((queue) => [
      ...mustBe("Queue", queue)("MessageRetentionPeriod", longestRetention),
      ...mustBe("Queue", queue)("SqsManagedSseEnabled", true),
    ]);

const hasDeadLetters = (templates: Templates, part: Part, target: unknown): boolean => {
  const arn = (target as { DeadLetterConfig?: { Arn?: unknown } } | undefined)?.DeadLetterConfig?.Arn;
  return (
    arn !== undefined && byIdentity(templates, templates.resolve(part.stack, arn))?.type === "AWS::SQS::Queue"
  );
};

/** What a rule or a schedule cannot deliver waits in a queue instead of vanishing. */
const deadLetters: Rule = ({ templates }) =>
  templates
    .ofType("AWS::Events::Rule", "AWS::Scheduler::Schedule")
    .flatMap((part) =>
      [...listOf(at(part, "Targets")), ...listOf(at(part, "Target"))].flatMap((target) =>
        unless(
          hasDeadLetters(templates, part, target),
          "DeadLetters",
          part,
          "has a target without a dead-letter queue",
        ),
      ),
    );

/** Only AWS itself may name such a source, and its events come on the account's default bus alone. */
const isForAws = (rule: Part): boolean => {
  const sources = listOf(at(rule, "EventPattern.source"));
  return sources.length > 0 && sources.every((source) => String(source).startsWith("aws."));
};

/** A rule listens to this installation's bus (for AWS's own events to the default one) and leads somewhere. */
const rules: Rule = ({ templates }) =>
  templates
    .ofType("AWS::Events::Rule")
    .flatMap((rule) => [
      ...unless(
        isForAws(rule)
          ? at(rule, "EventBusName") === undefined
          : byIdentity(templates, templates.text(rule, "EventBusName"))?.type === "AWS::Events::EventBus",
        "Rule",
        rule,
        "listens to a bus that its events do not come to",
      ),
      ...unless(listOf(at(rule, "Targets")).length > 0, "Rule", rule, "leads nowhere"),
    ]);

const enabled: Rule = ({ templates }) =>
  templates
    .ofType("AWS::Events::Rule", "AWS::Scheduler::Schedule")
    .flatMap((part) => mustBe("Enabled", part)("State", "ENABLED"));

export const delivery: readonly Rule[] = [mappings, queues, deadLetters, rules, enabled];
