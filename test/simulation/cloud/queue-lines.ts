import type { LocalQueues } from "../../../infra/local/queues/local-queues.ts";
import type { QueueMapping } from "../../../infra/local/queues/mapping-settings.ts";
import type { ReceivedMessage } from "../../../infra/local/queues/message.ts";
import { reportedFailures, sqsRecord } from "../../../infra/local/queues/sqs-event.ts";
import type { Faults } from "../faults.ts";
import type { Random } from "../machine/random.ts";
import type { Invocations, Invoked } from "./invocations.ts";

/** What became of one message in one batch. */
export type Handled = {
  readonly mapping: Pick<QueueMapping, "functionArn">;
  readonly message: Pick<ReceivedMessage, "body">;
  readonly at: number;
  readonly ok: boolean;
  /** The invocation was made trouble for. */
  readonly isDisturbed: boolean;
  readonly why: string;
};

export type QueueLine = {
  readonly name: string;
  readonly isReady: () => boolean;
  /** Virtual time at which the next message becomes visible, while no function has any in its hands. */
  readonly nextDue: () => number | undefined;
  /** Hands a batch of some size to the function; the simulation decides when that begins. */
  readonly deliver: () => string;
};

type Parts = {
  readonly queues: LocalQueues;
  readonly invocations: Invocations;
  readonly faults: Faults;
  readonly random: Random;
  readonly now: () => number;
  readonly handled: (handled: Handled) => void;
  readonly counted: (what: string) => void;
};

/** Batches of one queue under way at the same time. */
const atOnce = 3;

const failuresOf = (batch: readonly ReceivedMessage[], result: Invoked): ReadonlySet<string> => {
  const ids = batch.map(({ messageId }) => messageId);
  if (!result.ok) return new Set(ids);
  const reported = reportedFailures(result.value, ids);
  return new Set(reported === "all" ? ids : reported);
};

/** One queue feeding one function, with batches cut and begun as the simulation likes. */
export const createQueueLine = (mapping: QueueMapping, parts: Parts): QueueLine => {
  const { queues, invocations, faults, random, handled, counted } = parts;
  const { queueArn, functionArn, batchSize } = mapping;
  let running = 0;

  const settle = (batch: readonly ReceivedMessage[], result: Invoked) => {
    const failed = failuresOf(batch, result);
    const [fault] = faults.at("queue batch");
    const kept: string[] = [];
    for (const message of batch) {
      const ok = !failed.has(message.messageId);
      const isForgotten = ok && fault !== undefined && random.chance(0.7);
      if (isForgotten) faults.inject(fault);
      const why = result.ok ? "reported as failed" : `${result.errorType}: ${result.message}`;
      handled({ mapping, message, at: parts.now(), ok, isDisturbed: result.isDisturbed || isForgotten, why });
      if (!ok || isForgotten) kept.push(message.receiptHandle);
    }
    const again = new Set(kept);
    const done = batch.map(({ receiptHandle }) => receiptHandle).filter((handle) => !again.has(handle));
    queues.remove(queueArn, done);
    if (kept.length > 0) queues.fail(queueArn, kept, "simulated");
  };

  return {
    name: queueArn.split(":").at(-1) ?? "",
    isReady: () => running < atOnce && queues.visible(queueArn) > 0,
    nextDue: () => (running > 0 ? undefined : queues.nextDue(queueArn)),
    deliver: () => {
      const size = random.between(1, batchSize);
      const isCut = size < Math.min(batchSize, queues.visible(queueArn));
      const batch = queues.receive(queueArn, size, { working: true });
      if (batch.length === 0) return "nothing";
      counted(isCut ? "queue batches cut short" : "queue batches of all there is");
      running++;
      const event = { Records: batch.map((message) => sqsRecord(message, queueArn)) };
      void invocations.invoke(functionArn, event).then((result) => {
        running--;
        settle(batch, result);
      });
      return `${batch.length} messages`;
    },
  };
};
