import { validatePattern } from "../event-pattern.ts";
import { functionOf, roleOf } from "../functions-of.ts";
import type { Assembly, Authority, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";
import { isStreamMapping, streamTable } from "./stream-mapping.ts";

/** What AWS asks of the function's role before it creates the mapping. */
const neededActions = [
  "dynamodb:DescribeStream",
  "dynamodb:GetRecords",
  "dynamodb:GetShardIterator",
  "dynamodb:ListStreams",
];

const knownProperties = [
  "EventSourceArn",
  "FunctionName",
  "Enabled",
  "BatchSize",
  "MaximumBatchingWindowInSeconds",
  "StartingPosition",
  "FilterCriteria",
  "FunctionResponseTypes",
  "BisectBatchOnFunctionError",
  "MaximumRetryAttempts",
  "MaximumRecordAgeInSeconds",
  "DestinationConfig",
  "ParallelizationFactor",
  "Tags",
];

const patternProblems = (where: string, { properties }: Resource): readonly string[] =>
  (properties.FilterCriteria?.Filters ?? []).flatMap(({ Pattern }: { Pattern: unknown }) => {
    const reason = validatePattern(Pattern);
    return reason === undefined ? [] : [`${where}: filter pattern: ${reason}`];
  });

const destinationProblems = (
  assembly: Assembly,
  authority: Authority,
  where: string,
  lambda: Resource,
  { properties }: Resource,
): readonly string[] => {
  const destination = properties.DestinationConfig?.OnFailure?.Destination;
  if (destination === undefined) return [];
  if (assembly.byArn(destination)?.type !== "AWS::SQS::Queue")
    return [`${where}: records given up can only go to a queue of the template, not to ${destination}`];
  const decision = authority.roleMay(roleOf(lambda), "sqs:SendMessage", destination);
  return decision.allowed ? [] : [`${where}: ${decision.reason}`];
};

const partnerProblems = (assembly: Assembly, authority: Authority, mapping: Resource): readonly string[] => {
  const where = nameOf(mapping);
  const { EventSourceArn, FunctionName } = mapping.properties;
  const table = streamTable(assembly, mapping);
  const lambda = functionOf(assembly, FunctionName);
  if (table === undefined)
    return [`${where}: the stream ${EventSourceArn} belongs to no table of the template`];
  if (table.properties.StreamSpecification === undefined)
    return [`${where}: the table ${nameOf(table)} has no stream`];
  if (lambda === undefined) return [`${where}: its function ${FunctionName} is not in the template`];
  const denied = neededActions.map((action) => authority.roleMay(roleOf(lambda), action, EventSourceArn));
  return [
    ...denied.flatMap((decision) => (decision.allowed ? [] : [`${where}: ${decision.reason}`])),
    ...destinationProblems(assembly, authority, where, lambda, mapping),
  ];
};

const mappingProblems = (assembly: Assembly, authority: Authority, mapping: Resource): readonly string[] => {
  const where = nameOf(mapping);
  const { properties: given } = mapping;
  const position = given.StartingPosition;
  return [
    ...unknownProperties(where, given, knownProperties),
    ...unknownProperties(`${where}: DestinationConfig`, given.DestinationConfig, ["OnFailure"]),
    ...(position === "TRIM_HORIZON" || position === "LATEST"
      ? []
      : [`${where}: StartingPosition must be TRIM_HORIZON or LATEST, not ${position}`]),
    ...outsideRange(`${where}: BatchSize`, given.BatchSize, 1, 10_000),
    ...outsideRange(`${where}: MaximumBatchingWindowInSeconds`, given.MaximumBatchingWindowInSeconds, 0, 300),
    ...outsideRange(`${where}: MaximumRetryAttempts`, given.MaximumRetryAttempts, -1, 10_000),
    ...(given.MaximumRecordAgeInSeconds === -1
      ? []
      : outsideRange(`${where}: MaximumRecordAgeInSeconds`, given.MaximumRecordAgeInSeconds, 60, 604_800)),
    ...(Number(given.ParallelizationFactor ?? 1) === 1
      ? []
      : [`${where}: only ParallelizationFactor 1 is supported locally`]),
    ...(given.FunctionResponseTypes ?? [])
      .filter((type: unknown) => type !== "ReportBatchItemFailures")
      .map((type: unknown) => `${where}: FunctionResponseTypes ${type} is not supported locally`),
    ...patternProblems(where, mapping),
    ...partnerProblems(assembly, authority, mapping),
  ];
};

/** Event source mappings that are neither of a queue nor of a table's stream, and everything wrong with the latter. */
export const unsupportedStreamMappings = (assembly: Assembly, authority: Authority): readonly string[] =>
  assembly.ofType("AWS::Lambda::EventSourceMapping").flatMap((mapping) => {
    if (isStreamMapping(mapping)) return mappingProblems(assembly, authority, mapping);
    const source = String(mapping.properties.EventSourceArn);
    return source.split(":")[2] === "sqs"
      ? []
      : [`${nameOf(mapping)}: the event source ${source} is not supported locally`];
  });
