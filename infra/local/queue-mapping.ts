import { availableParallelism } from "node:os";
import type { WaitingWorker } from "./durable-line.ts";
import { compilePattern } from "./event-pattern.ts";
import type { Assembly, Authority, Clock, Functions, InvokeResult, Log } from "./parts.ts";
import type { LocalQueues } from "./queues/local-queues.ts";
import { type QueueMapping, queueMappings } from "./queues/mapping-settings.ts";
import type { ReceivedMessage } from "./queues/message.ts";
import { filterable, reportedFailures, type SqsRecord, sqsRecord } from "./queues/sqs-event.ts";

export { unsupportedQueueMappings } from "./queues/mapping-settings.ts";

/** Lambda's limit for the payload of an invocation, with room for what surrounds the bodies. */
const BATCH_BYTES = 5 << 20;
/**
 * Real milliseconds to wait for company before a small batch is taken. AWS polls for whole seconds; people and tests
 * wait for this path, so a declared window only means that company is worth a little more.
 */
const COALESCE_MS = { withoutWindow: 2, withWindow: 15 };

type Parts = {
  readonly queues: LocalQueues;
  readonly functions: Functions;
  readonly authority: Authority;
  readonly clock: Clock;
  readonly log: Log;
};

/** What happened to a batch: the messages to keep for another try, and why. */
type Outcome = { readonly failed: readonly ReceivedMessage[]; readonly error: string };

const outcomeOf = (
  mapping: QueueMapping,
  batch: readonly ReceivedMessage[],
  result: InvokeResult,
): Outcome => {
  if (!result.ok) return { failed: batch, error: `${result.errorType}: ${result.message}` };
  if (!mapping.reportsFailures) return { failed: [], error: "" };
  const reported = reportedFailures(
    result.value,
    batch.map(({ messageId }) => messageId),
  );
  if (reported === "all") return { failed: batch, error: "The answer is not a valid batch response" };
  return {
    failed: batch.filter(({ messageId }) => reported.includes(messageId)),
    error: "Reported as a batch item failure",
  };
};

/** Feeds one function from one queue. */
const createPoller = (mapping: QueueMapping, { queues, functions, log }: Parts) => {
  const { queueArn, functionArn, batchSize } = mapping;
  const limit = Math.min(mapping.maximumConcurrency ?? 1000, Math.max(2, availableParallelism()));
  const coalesceMs = mapping.windowSeconds > 0 ? COALESCE_MS.withWindow : COALESCE_MS.withoutWindow;
  const matchers = mapping.patterns.map((pattern) => compilePattern(JSON.parse(pattern)));
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  let stopped = false;

  const isWanted = (record: SqsRecord) =>
    matchers.length === 0 || matchers.some((matches) => matches(filterable(record)));

  const settle = (batch: readonly ReceivedMessage[], { failed, error }: Outcome) => {
    const handles = failed.map(({ receiptHandle }) => receiptHandle);
    const lost = new Set(handles);
    queues.remove(
      queueArn,
      batch.map(({ receiptHandle }) => receiptHandle).filter((handle) => !lost.has(handle)),
    );
    if (handles.length === 0) return;
    log("warn", "messages failed and wait for another try", {
      function: functionArn,
      queue: queueArn,
      messages: handles.length,
      error,
    });
    queues.fail(queueArn, handles, error);
  };
  const deliver = async (batch: readonly ReceivedMessage[]) => {
    const pairs = batch.map((message) => ({ message, record: sqsRecord(message, queueArn) }));
    const wanted = pairs.filter(({ record }) => isWanted(record));
    if (wanted.length < pairs.length)
      queues.remove(
        queueArn,
        pairs.filter((pair) => !wanted.includes(pair)).map(({ message }) => message.receiptHandle),
      );
    if (wanted.length === 0) return;
    const messages = wanted.map(({ message }) => message);
    const result = await functions.invoke(functionArn, { Records: wanted.map(({ record }) => record) }).catch(
      (error: unknown): InvokeResult => ({
        ok: false,
        errorType: "InvocationFailed",
        message: String(error),
      }),
    );
    settle(messages, outcomeOf(mapping, messages, result));
  };
  const poll = () => {
    timer = undefined;
    while (!stopped && running.size < limit) {
      const batch = queues.receive(queueArn, batchSize, { working: true, bytes: BATCH_BYTES });
      if (batch.length === 0) return;
      const work = deliver(batch).finally(() => {
        running.delete(work);
        wake();
      });
      running.add(work);
    }
  };
  const wake = () => {
    if (stopped || timer !== undefined || running.size >= limit) return;
    const visible = queues.visible(queueArn);
    if (visible > 0) timer = visible >= batchSize ? setImmediate(poll) : setTimeout(poll, coalesceMs);
  };
  const endVisible = queues.onVisible(queueArn, wake);

  return {
    wake,
    running: () => running.size,
    stop: async () => {
      stopped = true;
      endVisible();
      clearTimeout(timer as NodeJS.Timeout);
      clearImmediate(timer as NodeJS.Immediate);
      await Promise.allSettled(running);
    },
  };
};

/** Runs every enabled event source mapping of a queue. A function that was not told its message failed is told again. */
export const createQueueMappings = (assembly: Assembly, parts: Parts): WaitingWorker => {
  const mappings = queueMappings(assembly);
  const queueArns = [...new Set(mappings.map(({ queueArn }) => queueArn))];
  let pollers: readonly ReturnType<typeof createPoller>[] = [];

  return {
    start: () => {
      pollers = mappings.map((mapping) => createPoller(mapping, parts));
      for (const poller of pollers) poller.wake();
    },
    stop: async () => {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
    /** A message stays in its queue until its batch is settled, so the queues' sizes are all there is to count. */
    pending: () => {
      const waiting = queueArns.reduce((sum, arn) => sum + parts.queues.size(arn), 0);
      const running = pollers.reduce((sum, poller) => sum + poller.running(), 0);
      return Math.max(waiting, running);
    },
    nextDue: () => {
      const due = queueArns.map(parts.queues.nextDue).filter((time): time is number => time !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
  };
};
