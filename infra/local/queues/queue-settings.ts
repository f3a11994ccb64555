import type { Assembly, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";

/** AWS's default and upper limit since August 2025: 1 MiB for body and attributes together. */
const LARGEST_MESSAGE_BYTES = 1_048_576;

/** A queue as the template declares it, with AWS's defaults filled in. */
export type QueueSettings = {
  readonly arn: string;
  readonly name: string;
  readonly visibilityMs: number;
  readonly delayMs: number;
  readonly retentionMs: number;
  readonly maximumBytes: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceiveCount: number } | undefined;
};

const seconds = (value: unknown, otherwise: number) => Number(value ?? otherwise) * 1000;

/** CloudFormation takes these policies as an object or as JSON text. */
const policyOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  (typeof value === "string" ? JSON.parse(value) : value) ?? undefined;

/** Reads one `AWS::SQS::Queue`. */
export const queueSettings = ({ arn, properties }: Resource): QueueSettings => {
  const policy = policyOf(properties.RedrivePolicy);
  return {
    arn,
    name: arn.slice(arn.lastIndexOf(":") + 1),
    visibilityMs: seconds(properties.VisibilityTimeout, 30),
    delayMs: seconds(properties.DelaySeconds, 0),
    retentionMs: seconds(properties.MessageRetentionPeriod, 345_600),
    maximumBytes: Number(properties.MaximumMessageSize ?? LARGEST_MESSAGE_BYTES),
    redrive: policy && {
      deadLetterArn: String(policy.deadLetterTargetArn),
      maxReceiveCount: Number(policy.maxReceiveCount),
    },
  };
};

const KNOWN = [
  "QueueName",
  "VisibilityTimeout",
  "DelaySeconds",
  "MessageRetentionPeriod",
  "MaximumMessageSize",
  "ReceiveMessageWaitTimeSeconds",
  "RedrivePolicy",
  "RedriveAllowPolicy",
  "SqsManagedSseEnabled",
  "Tags",
  // Named here because they get a reason of their own below.
  "FifoQueue",
  "KmsMasterKeyId",
];

const redriveProblems = (assembly: Assembly, queue: Resource): readonly string[] => {
  const where = nameOf(queue);
  const { redrive } = queueSettings(queue);
  if (redrive === undefined) return [];
  const target = assembly.byArn(redrive.deadLetterArn);
  const range = outsideRange(`${where}: maxReceiveCount`, redrive.maxReceiveCount, 1, 1000);
  if (target?.type !== "AWS::SQS::Queue")
    return [...range, `${where}: the dead-letter queue ${redrive.deadLetterArn} is not in the template`];
  const allow = policyOf(target.properties.RedriveAllowPolicy);
  const sources = Array.isArray(allow?.sourceQueueArns) ? allow.sourceQueueArns : [];
  const allowed =
    allow === undefined ||
    allow.redrivePermission === "allowAll" ||
    (allow.redrivePermission === "byQueue" && sources.includes(queue.arn));
  return [
    ...range,
    ...(allowed ? [] : [`${where}: the redrive allow policy of ${nameOf(target)} does not name this queue`]),
    ...(target === queue ? [`${where} is its own dead-letter queue`] : []),
  ];
};

const queueProblems = (assembly: Assembly, queue: Resource): readonly string[] => {
  const where = nameOf(queue);
  const { properties } = queue;
  return [
    ...unknownProperties(where, properties, KNOWN),
    ...(properties.FifoQueue ? [`${where}: FIFO queues are not supported locally`] : []),
    ...(properties.KmsMasterKeyId
      ? [`${where}: KmsMasterKeyId is not supported locally, use SqsManagedSseEnabled`]
      : []),
    ...outsideRange(`${where}: VisibilityTimeout`, properties.VisibilityTimeout, 0, 43_200),
    ...outsideRange(`${where}: DelaySeconds`, properties.DelaySeconds, 0, 900),
    ...outsideRange(`${where}: MessageRetentionPeriod`, properties.MessageRetentionPeriod, 60, 1_209_600),
    ...outsideRange(
      `${where}: MaximumMessageSize`,
      properties.MaximumMessageSize,
      1024,
      LARGEST_MESSAGE_BYTES,
    ),
    ...redriveProblems(assembly, queue),
  ];
};

/** Everything about the template's queues that AWS would refuse or that this cloud does not do. */
export const unsupportedQueues = (assembly: Assembly): readonly string[] =>
  assembly.ofType("AWS::SQS::Queue").flatMap((queue) => queueProblems(assembly, queue));
