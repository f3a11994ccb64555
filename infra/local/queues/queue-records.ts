import type { Clock, Journal } from "../parts.ts";
import { type Message, type StoredMessage, storedMessage } from "./message.ts";
import type { Queue } from "./queue.ts";

/** One line of the journal of all queues: a move between two queues is one line, so it happens or it does not. */
export type QueueRecord =
  | { readonly put: StoredMessage; readonly queue: string }
  | {
      readonly received: readonly string[];
      readonly at: number;
      readonly due: number;
      readonly working: boolean;
    }
  | { readonly wait: string; readonly due: number; readonly error?: string | undefined }
  | { readonly deleted: readonly string[] }
  | { readonly moved: string; readonly put: StoredMessage; readonly queue: string };

/** When (virtual time) a line was written: the last one tells how old everything was when it ended. */
type Stamped = QueueRecord & { readonly time: number };
type Kept = { readonly queue: string; readonly message: StoredMessage };

const NAME = "queues";
/** Garbage is left in the file up to the size of what lives, plus this: rewriting stays cheap per message. */
const FLOOR_BYTES = 8 << 20;
/** What a line costs besides the body. */
const LINE_BYTES = 200;

const replay = (records: readonly Stamped[]): Map<string, Kept> => {
  const kept = new Map<string, Kept>();
  const change = (id: string, changes: Partial<StoredMessage>) => {
    const found = kept.get(id);
    if (found !== undefined) kept.set(id, { ...found, message: { ...found.message, ...changes } });
  };
  for (const record of records) {
    if ("put" in record) {
      if ("moved" in record) kept.delete(record.moved);
      kept.set(record.put.id, { queue: record.queue, message: record.put });
    } else if ("deleted" in record) {
      for (const id of record.deleted) kept.delete(id);
    } else if ("received" in record) {
      for (const id of record.received) {
        const before = kept.get(id)?.message;
        change(id, {
          receives: (before?.receives ?? 0) + 1,
          firstReceivedAt: before?.firstReceivedAt ?? record.at,
          due: record.due,
          state: record.working ? "working" : "received",
        });
      }
    } else {
      const { wait, due, error } = record;
      change(wait, { due, state: "failed", ...(error === undefined ? {} : { lastError: error }) });
    }
  }
  return kept;
};

/**
 * How a message stands after a restart: who worked on it is gone, and no wait is longer than a fresh one would be.
 * Time that passed while nothing ran does not let it expire: the virtual clock may have been years behind.
 */
const revive = (message: StoredMessage, { settings }: Queue, endedAt: number, now: number): Message => {
  const longest = message.state === "delayed" ? settings.delayMs : settings.visibilityMs;
  const due = message.state === "working" ? now : Math.min(message.due, now + longest);
  const isOld = now - message.sentAt > settings.retentionMs;
  const sentAt = isOld ? message.sentAt + now - endedAt : message.sentAt;
  return { ...message, sentAt, due, state: due <= now ? "visible" : message.state, slot: -1 };
};

export type QueueRecords = {
  /** Puts every stored message back. What belongs to no queue of this template is kept for the day the queue returns. */
  readonly restore: (queues: ReadonlyMap<string, Queue>) => { readonly orphans: number };
  readonly write: (record: QueueRecord) => void;
  /** Drops garbage when there is much of it; only to be called when the queues in memory equal what was written. */
  readonly tidy: () => void;
};

const bytesOf = (record: QueueRecord): number => {
  if ("put" in record) return LINE_BYTES + record.put.body.length;
  return "wait" in record
    ? LINE_BYTES
    : LINE_BYTES * ("deleted" in record ? record.deleted : record.received).length;
};

/** The journal of all queues: what is written here is what a restart brings back. */
export const createQueueRecords = (journal: Journal, clock: Clock): QueueRecords => {
  let live: ReadonlyMap<string, Queue> = new Map();
  let orphans: readonly Kept[] = [];
  let written = 0;
  let nextLook = FLOOR_BYTES;

  const stamped = <R extends QueueRecord>(record: R) => ({ ...record, time: clock.now() });
  const liveRecords = () => [
    ...orphans.map(({ queue, message }) => stamped({ put: message, queue })),
    ...[...live].flatMap(([arn, { messages }]) =>
      [...messages()].map((message) => stamped({ put: storedMessage(message), queue: arn })),
    ),
  ];
  const compact = () => {
    const records = liveRecords();
    const liveBytes = records.reduce((sum, record) => sum + bytesOf(record), 0);
    nextLook = 2 * liveBytes + FLOOR_BYTES;
    if (written < nextLook) return;
    journal.rewrite(NAME, records);
    written = liveBytes;
  };

  return {
    restore: (queues) => {
      live = queues;
      const records = journal.read(NAME) as readonly Stamped[];
      const endedAt = records.at(-1)?.time ?? clock.now();
      const kept = [...replay(records).values()];
      orphans = kept.filter(({ queue }) => !queues.has(queue));
      for (const { queue: arn, message } of kept) {
        const queue = queues.get(arn);
        queue?.add(revive(message, queue, endedAt, clock.now()));
      }
      written = Number.POSITIVE_INFINITY;
      compact();
      return { orphans: orphans.length };
    },
    write: (record) => {
      journal.append(NAME, stamped(record));
      written += bytesOf(record);
    },
    tidy: () => {
      if (written > nextLook) compact();
    },
  };
};
