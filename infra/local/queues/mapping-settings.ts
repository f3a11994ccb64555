import { validatePattern } from "../event-pattern.ts";
import { functionOf, roleOf } from "../functions-of.ts";
import type { Assembly, Authority, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";
import { queueSettings } from "./queue-settings.ts";

/** What AWS asks of the function's role before it creates the mapping. */
const NEEDED_ACTIONS = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];

/** One queue feeding one function, as the template declares it. */
export type QueueMapping = {
  readonly where: string;
  readonly queueArn: string;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly maximumConcurrency: number | undefined;
  /** Patterns as JSON text; a message is for the function when one of them matches. */
  readonly patterns: readonly string[];
  readonly reportsFailures: boolean;
};

const isQueueMapping = ({ properties }: Resource) =>
  String(properties.EventSourceArn).split(":")[2] === "sqs";
const isEnabled = ({ properties }: Resource) => properties.Enabled !== false;

const mappingsOf = (assembly: Assembly) =>
  assembly.ofType("AWS::Lambda::EventSourceMapping").filter(isQueueMapping);

const patternsOf = ({ properties }: Resource): readonly string[] =>
  (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }: { Pattern: unknown }) => String(Pattern));

/** The mappings that poll, of those that name a function of the template. */
export const queueMappings = (assembly: Assembly): readonly QueueMapping[] =>
  mappingsOf(assembly)
    .filter(isEnabled)
    .flatMap((mapping) => {
      const { properties } = mapping;
      const lambda = functionOf(assembly, properties.FunctionName);
      if (lambda === undefined) return [];
      return {
        where: nameOf(mapping),
        queueArn: String(properties.EventSourceArn),
        functionArn: lambda.arn,
        roleArn: roleOf(lambda),
        batchSize: Number(properties.BatchSize ?? 10),
        windowSeconds: Number(properties.MaximumBatchingWindowInSeconds ?? 0),
        maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency,
        patterns: patternsOf(mapping),
        reportsFailures: (properties.FunctionResponseTypes ?? []).includes("ReportBatchItemFailures"),
      };
    });

/** What the function's role lacks of what it needs to be fed. */
export const deniedActions = (
  { roleArn, queueArn }: Pick<QueueMapping, "roleArn" | "queueArn">,
  authority: Authority,
): readonly string[] =>
  NEEDED_ACTIONS.filter((action) => !authority.roleMay(roleArn, action, queueArn).allowed);

const KNOWN = [
  "EventSourceArn",
  "FunctionName",
  "Enabled",
  "BatchSize",
  "MaximumBatchingWindowInSeconds",
  "ScalingConfig",
  "FilterCriteria",
  "FunctionResponseTypes",
  "Tags",
];

const targetProblems = (assembly: Assembly, mapping: Resource, authority: Authority): readonly string[] => {
  const where = nameOf(mapping);
  const queue = assembly.byArn(mapping.properties.EventSourceArn);
  const lambda = functionOf(assembly, mapping.properties.FunctionName);
  if (queue?.type !== "AWS::SQS::Queue")
    return [`${where}: its queue ${mapping.properties.EventSourceArn} is not in the template`];
  if (lambda === undefined)
    return [`${where}: its function ${mapping.properties.FunctionName} is not in the template`];
  const { visibilityMs } = queueSettings(queue);
  const timeout = Number(lambda.properties.Timeout ?? 3);
  const denied = deniedActions({ roleArn: roleOf(lambda), queueArn: queue.arn }, authority);
  return [
    ...denied.map(
      (action) => `${where}: the role of ${nameOf(lambda)} may not ${action} on ${nameOf(queue)}`,
    ),
    ...(visibilityMs < timeout * 1000
      ? [
          `${where}: the visibility timeout of ${nameOf(queue)} (${visibilityMs / 1000} s) is below the timeout of ${nameOf(lambda)} (${timeout} s)`,
        ]
      : []),
  ];
};

const mappingProblems = (assembly: Assembly, mapping: Resource, authority: Authority): readonly string[] => {
  const where = nameOf(mapping);
  const { BatchSize, MaximumBatchingWindowInSeconds: window, ScalingConfig } = mapping.properties;
  return [
    ...unknownProperties(where, mapping.properties, KNOWN),
    ...outsideRange(`${where}: BatchSize`, BatchSize, 1, 10_000),
    ...outsideRange(`${where}: MaximumBatchingWindowInSeconds`, window, 0, 300),
    ...outsideRange(`${where}: MaximumConcurrency`, ScalingConfig?.MaximumConcurrency, 2, 1000),
    ...(Number(BatchSize ?? 10) > 10 && Number(window ?? 0) < 1
      ? [`${where}: a BatchSize above 10 needs a MaximumBatchingWindowInSeconds of at least 1`]
      : []),
    ...patternsOf(mapping)
      .map(validatePattern)
      .flatMap((reason) => (reason === undefined ? [] : [`${where}: filter pattern: ${reason}`])),
    ...targetProblems(assembly, mapping, authority),
  ];
};

/** Everything about queue mappings that AWS would refuse or that this cloud does not do. */
export const unsupportedQueueMappings = (assembly: Assembly, authority: Authority): readonly string[] =>
  mappingsOf(assembly).flatMap((mapping) => mappingProblems(assembly, mapping, authority));
