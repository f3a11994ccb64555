import type { Queues } from "../parts.ts";
import type { ReceivedMessage } from "./message.ts";
import type { QueueSettings } from "./queue-settings.ts";

/** SQS's own way of saying no; `code` is the one an SDK client sees. */
export class QueueError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "QueueError";
    this.code = code;
  }
}

export type ReceiveOptions = {
  /** Instead of the queue's own visibility timeout. */
  readonly visibilityMs?: number;
  /** A function of this process works on the messages: moving the clock does not take them away from it. */
  readonly working?: boolean;
  /** Bodies together are not larger than this (but one message always is given). */
  readonly bytes?: number;
};

/** The queues with what receivers, status page and shutdown need. */
export type LocalQueues = Omit<Queues, "send"> & {
  /** Durable when it returns the message id; throws a QueueError for a message that SQS would refuse. */
  readonly send: (
    queueArn: string,
    body: string,
    attributes?: Readonly<Record<string, string>>,
    options?: { readonly delaySeconds?: number },
  ) => string;
  readonly receive: (queueArn: string, max: number, options?: ReceiveOptions) => readonly ReceivedMessage[];
  /** Forgets messages for good; handles that are not the latest of their message are ignored. */
  readonly remove: (queueArn: string, receiptHandles: readonly string[]) => void;
  readonly changeVisibility: (queueArn: string, receiptHandle: string, seconds: number) => void;
  /** The receiver gave up: the messages stay invisible for the rest of their time and remember why. */
  readonly fail: (queueArn: string, receiptHandles: readonly string[], error: string) => void;
  /** Calls back whenever something may be received; it does so from within `send`, so set a timer and return. */
  readonly onVisible: (queueArn: string, callback: () => void) => () => void;
  /** Everything in a queue, visible or not. */
  readonly size: (queueArn: string) => number;
  readonly visible: (queueArn: string) => number;
  /** Virtual time at which the next waiting message becomes visible. */
  readonly nextDue: (queueArn: string) => number | undefined;
  readonly settings: (queueArn: string) => QueueSettings;
  /** How many messages passed their retention since the start, unread: a jump of the clock can do that. */
  readonly expired: () => number;
  /** Ends the timers; what is stored stays stored. */
  readonly close: () => void;
};
