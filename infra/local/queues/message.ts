import { randomUUID } from "node:crypto";
import type { HeapItem } from "../min-heap.ts";

/**
 * Where a message stands. `visible`: may be received. `delayed`: not yet. `received`: invisible until the virtual
 * clock says so. `working`: in the hands of a function of this process. `failed`: given back, waits out its
 * visibility. `gone`: deleted, moved or expired.
 */
export type MessageState = "visible" | "delayed" | "received" | "working" | "failed" | "gone";

/** A message as it is kept, in memory and (without its place in a heap) in the journal. */
export type StoredMessage = {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sentAt: number;
  readonly receives: number;
  readonly firstReceivedAt?: number | undefined;
  /** The queue whose redrive policy moved it here. */
  readonly origin?: string | undefined;
  /** Why the last receiver gave it back: AWS does not keep this, people who look at dead letters want it. */
  readonly lastError?: string | undefined;
  /** Virtual time from which it may be received (again). */
  readonly due: number;
  readonly state: MessageState;
};

/** A stored message that lives: it changes its state and waits in a heap. */
export type Message = { -readonly [Key in keyof StoredMessage]: StoredMessage[Key] } & HeapItem;

/** What a receiver sees. The handle is good until the next receive of the same message. */
export type ReceivedMessage = {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly receives: number;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly origin: string | undefined;
};

/** A new message that nobody has received. */
export const newMessage = (
  body: string,
  attributes: Readonly<Record<string, string>>,
  sentAt: number,
  delayMs: number,
): Message => ({
  id: randomUUID(),
  body,
  attributes,
  sentAt,
  receives: 0,
  due: sentAt + delayMs,
  state: delayMs > 0 ? "delayed" : "visible",
  slot: -1,
});

/** The message as the journal keeps it. */
export const storedMessage = ({ slot: _, ...message }: Message): StoredMessage => message;

/** Body and attributes as SQS counts them, in bytes of UTF-8. */
export const messageBytes = (body: string, attributes: Readonly<Record<string, string>>): number =>
  Object.entries(attributes).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + "String".length + Buffer.byteLength(value),
    Buffer.byteLength(body),
  );

/** Names one receive of one message. */
export const receiptHandle = (message: Message): string => `${message.id}:${message.receives}`;

/** The message id that a receipt handle speaks of. */
export const handleId = (handle: string): string => handle.slice(0, handle.lastIndexOf(":"));

/** The message as its receiver gets it. */
export const receivedMessage = (message: Message): ReceivedMessage => ({
  messageId: message.id,
  receiptHandle: receiptHandle(message),
  body: message.body,
  attributes: message.attributes,
  receives: message.receives,
  sentAt: message.sentAt,
  firstReceivedAt: message.firstReceivedAt ?? message.sentAt,
  origin: message.origin,
});

/** What people see of a message that waits: with where it came from and why it failed, when that is known. */
export const peekedMessage = ({ id, body, receives, attributes, origin, lastError }: Message) => ({
  id,
  body,
  receives,
  attributes: {
    ...attributes,
    ...(origin === undefined ? {} : { DeadLetterQueueSourceArn: origin }),
    ...(lastError === undefined ? {} : { LastError: lastError }),
  },
});
