import { availableParallelism } from "node:os";
import { compilePattern } from "../event-pattern.ts";
import type { Functions, InvokeResult, Log } from "../parts.ts";
import type { LocalQueues } from "./local-queues.ts";
import type { QueueMapping } from "./mapping-settings.ts";
import type { ReceivedMessage } from "./message.ts";
import { filterable, reportedFailures, type SqsRecord, sqsRecord } from "./sqs-event.ts";

/** Lambda's limit for the payload of an invocation, with room for what surrounds the bodies. */
const BATCH_BYTES = 5 << 20;
/**
 * Real milliseconds to wait for company before a small batch is taken. AWS polls for whole seconds; people and tests
 * wait for this path, so a declared window only means that company is worth a little more.
 */
const COALESCE_MS = { withoutWindow: 2, withWindow: 15 };

type Parts = { readonly queues: LocalQueues; readonly functions: Functions; readonly log: Log };

/** What moves messages from one queue to one function, until it is stopped. */
export type Poller = {
  /** Looks for messages soon; also happens by itself whenever some become visible. */
  readonly wake: () => void;
  readonly running: () => number;
  readonly queueArn: string;
  /** Off, it takes nothing more from the queue until it is on again. */
  readonly switchTo: (on: boolean) => void;
  readonly stop: () => Promise<void>;
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
  const failed = new Set(reported);
  return {
    failed: batch.filter(({ messageId }) => failed.has(messageId)),
    error: "Reported as a batch item failure",
  };
};

/** Feeds one function from one queue. */
export const createPoller = (mapping: QueueMapping, { queues, functions, log }: Parts): Poller => {
  const { queueArn, functionArn, batchSize } = mapping;
  const limit = Math.min(mapping.maximumConcurrency ?? 1000, Math.max(2, availableParallelism()));
  const coalesceMs = mapping.windowSeconds > 0 ? COALESCE_MS.withWindow : COALESCE_MS.withoutWindow;
  const matchers = mapping.patterns.map((pattern) => compilePattern(JSON.parse(pattern)));
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined;
  let stopped = false;
  let isOn = true;

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
    const wanted: { readonly message: ReceivedMessage; readonly record: SqsRecord }[] = [];
    const unwanted: string[] = [];
    for (const message of batch) {
      const record = sqsRecord(message, queueArn);
      if (isWanted(record)) wanted.push({ message, record });
      else unwanted.push(message.receiptHandle);
    }
    queues.remove(queueArn, unwanted);
    if (wanted.length === 0) return;
    const messages = wanted.map(({ message }) => message);
    const result = await functions.invoke(functionArn, { Records: wanted.map(({ record }) => record) }).catch(
      (error: unknown): InvokeResult => ({
        ok: false,
        errorType: "InvocationFailed",
        message: String(error),
      }),
    );
    // Cut short by the shutdown: nobody's fault, so the next start shows the messages again at once.
    if (stopped && !result.ok) return;
    settle(messages, outcomeOf(mapping, messages, result));
  };
  const poll = () => {
    timer = undefined;
    while (!stopped && isOn && running.size < limit) {
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
    // Counting may itself find what has come due, and wake.
    const visible = queues.visible(queueArn);
    if (stopped || !isOn || timer !== undefined || running.size >= limit) return;
    if (visible > 0) timer = visible >= batchSize ? setImmediate(poll) : setTimeout(poll, coalesceMs);
  };
  const endVisible = queues.onVisible(queueArn, wake);

  return {
    wake,
    running: () => running.size,
    queueArn,
    switchTo: (on) => {
      isOn = on;
      wake();
    },
    stop: async () => {
      stopped = true;
      endVisible();
      clearTimeout(timer as NodeJS.Timeout);
      clearImmediate(timer as NodeJS.Immediate);
      await Promise.allSettled(running);
    },
  };
};
