import { functionOf, roleOf } from "../functions-of.ts";
import type { Assembly, Resource } from "../parts.ts";

/** One table stream feeding one function, as the template declares it. */
export type StreamMapping = {
  readonly id: string;
  readonly table: string;
  /** As the template knows the stream; the database's own name for it differs. */
  readonly streamArn: string;
  readonly region: string;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly fromLatest: boolean;
  /** A record is for the function when one of these matches; none means all. */
  readonly patterns: readonly string[];
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  /** -1: until it expires. */
  readonly maximumRetries: number;
  readonly maximumAgeSeconds: number;
  /** ARN of the queue or topic told about records given up. */
  readonly onFailure: string | undefined;
};

/** Whether an event source mapping reads a table's stream. */
export const isStreamMapping = ({ properties }: Resource): boolean =>
  /^arn:aws:dynamodb:.*\/stream\//.test(String(properties.EventSourceArn));

/** The table a stream belongs to. */
export const streamTable = (assembly: Assembly, { properties }: Resource): Resource | undefined =>
  assembly.byArn(String(properties.EventSourceArn).split("/stream/")[0] ?? "");

const mappingOf = (assembly: Assembly, resource: Resource): StreamMapping[] => {
  const { properties: given, ref } = resource;
  const table = streamTable(assembly, resource);
  const lambda = functionOf(assembly, given.FunctionName);
  if (table === undefined || lambda === undefined) return [];
  return [
    {
      id: ref,
      table: table.ref,
      streamArn: given.EventSourceArn,
      region: String(given.EventSourceArn).split(":")[3] ?? "",
      functionArn: lambda.arn,
      roleArn: roleOf(lambda),
      batchSize: Number(given.BatchSize ?? 100),
      windowSeconds: Number(given.MaximumBatchingWindowInSeconds ?? 0),
      fromLatest: given.StartingPosition === "LATEST",
      patterns: (given.FilterCriteria?.Filters ?? []).map(({ Pattern }: { Pattern: unknown }) =>
        String(Pattern),
      ),
      reportsFailures: (given.FunctionResponseTypes ?? []).includes("ReportBatchItemFailures"),
      bisects: given.BisectBatchOnFunctionError === true,
      maximumRetries: Number(given.MaximumRetryAttempts ?? -1),
      maximumAgeSeconds: Number(given.MaximumRecordAgeInSeconds ?? -1),
      onFailure: given.DestinationConfig?.OnFailure?.Destination,
    },
  ];
};

/** The enabled stream mappings of functions of the template. */
export const streamMappings = (assembly: Assembly): readonly StreamMapping[] =>
  assembly
    .ofType("AWS::Lambda::EventSourceMapping")
    .filter((resource) => isStreamMapping(resource) && resource.properties.Enabled !== false)
    .flatMap((resource) => mappingOf(assembly, resource));
