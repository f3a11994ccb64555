import { createHash } from "node:crypto";
import type { ReceivedMessage } from "./message.ts";

/** Some id has to stand there; AWS writes the sender's unique id, which has no meaning on one machine. */
const SENDER_ID = "AIDALOCALCLOUD000000000";

const messageAttributes = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, stringValue]) => [
      name,
      { stringValue, stringListValues: [], binaryListValues: [], dataType: "String" },
    ]),
  );

/** One record of the event a function gets from a queue mapping, field for field as AWS sends it. */
export const sqsRecord = (message: ReceivedMessage, queueArn: string) => ({
  messageId: message.messageId,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: {
    ...(message.origin === undefined ? {} : { DeadLetterQueueSourceArn: message.origin }),
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: SENDER_ID,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: messageAttributes(message.attributes),
  md5OfBody: createHash("md5").update(message.body).digest("hex"),
  eventSource: "aws:sqs",
  eventSourceARN: queueArn,
  awsRegion: queueArn.split(":")[3] ?? "",
});

export type SqsRecord = ReturnType<typeof sqsRecord>;

/** Parses the body where it is JSON: a filter pattern for the body speaks of its fields. */
export const filterable = (record: SqsRecord): unknown => {
  try {
    return { ...record, body: JSON.parse(record.body) };
  } catch {
    return record;
  }
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Which messages of a batch failed, by the function's answer, read as strictly as AWS reads it: nothing reported is
 * success; anything malformed, and any id that was not in the batch, fails the whole batch.
 */
export const reportedFailures = (
  answer: unknown,
  messageIds: readonly string[],
): "all" | readonly string[] => {
  if (answer === null || answer === undefined) return [];
  if (!isRecord(answer)) return "all";
  const failures = answer.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return "all";
  const reported = failures.map((failure) => (isRecord(failure) ? failure.itemIdentifier : undefined));
  const known = new Set<unknown>(messageIds);
  return reported.every((id): id is string => known.has(id)) ? reported : "all";
};
