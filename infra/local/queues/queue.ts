import type { Clock, QueueCounts } from "../parts.ts";
import { handleId, type Message, receiptHandle } from "./message.ts";
import { createPlaces } from "./places.ts";
import type { QueueSettings } from "./queue-settings.ts";

/** What one attempt to receive gave: messages in the receiver's hands, and those that were received too often already. */
export type Taken = { readonly taken: readonly Message[]; readonly dead: readonly Message[] };

export type Queue = {
  readonly settings: QueueSettings;
  readonly add: (message: Message) => void;
  readonly take: (
    max: number,
    limits: { readonly bytes: number; readonly visibilityMs: number; readonly working: boolean },
  ) => Taken;
  readonly remove: (message: Message) => void;
  /** The message of a handle, while that handle is the latest one. */
  readonly find: (handle: string) => Message | undefined;
  /** Gives a message that was received another state and another time to become visible. */
  readonly wait: (message: Message, state: "received" | "working" | "failed", due: number) => void;
  readonly messages: () => IterableIterator<Message>;
  readonly size: () => number;
  readonly visible: () => number;
  readonly counts: () => QueueCounts;
  /** Messages past their retention; the caller removes them. */
  readonly expired: () => readonly Message[];
  /** When the next waiting message becomes visible. */
  readonly nextDue: () => number | undefined;
  readonly stop: () => void;
};

/** One queue in memory: its messages, by id and by where they stand. */
export const createQueue = (settings: QueueSettings, clock: Clock, onVisible: () => void): Queue => {
  const messages = new Map<string, Message>();
  const places = createPlaces(clock, onVisible);
  const mostReceives = settings.redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY;
  /** No message is older than this; deletions leave it behind until the next sweep. */
  let oldestBound = Number.POSITIVE_INFINITY;

  const take: Queue["take"] = (max, { bytes, visibilityMs, working }) => {
    const [now, taken, dead] = [clock.now(), [] as Message[], [] as Message[]];
    let left = bytes;
    for (
      let message = places.first();
      message !== undefined && taken.length < max;
      message = places.first()
    ) {
      if (message.receives >= mostReceives) {
        places.put(message, "gone");
        dead.push(message);
        continue;
      }
      left -= message.body.length;
      if (left < 0 && taken.length > 0) break;
      message.receives++;
      message.firstReceivedAt ??= now;
      message.due = now + visibilityMs;
      places.put(message, working ? "working" : "received");
      taken.push(message);
    }
    return { taken, dead };
  };
  const expired = () => {
    const limit = clock.now() - settings.retentionMs;
    if (oldestBound > limit) return [];
    oldestBound = Number.POSITIVE_INFINITY;
    const old: Message[] = [];
    for (const message of messages.values()) {
      if (message.sentAt <= limit && message.state !== "working") old.push(message);
      else oldestBound = Math.min(oldestBound, message.sentAt);
    }
    return old;
  };
  const counts = (): QueueCounts => {
    const visible = places.visible();
    const now = clock.now();
    // In the order of arrival; only dead letters and a clock that went back can make another one older.
    const oldest = messages.values().next().value?.sentAt ?? now;
    const delayed = places.delayed();
    const inFlight = messages.size - visible - delayed;
    const { arn, name } = settings;
    return { arn, name, visible, inFlight, delayed, oldestAgeMs: Math.max(0, now - oldest) };
  };

  return {
    settings,
    add: (message) => {
      messages.set(message.id, message);
      oldestBound = Math.min(oldestBound, message.sentAt);
      places.put(message, message.state);
      if (message.state === "visible") onVisible();
    },
    take,
    remove: (message) => {
      messages.delete(message.id);
      places.put(message, "gone");
    },
    find: (handle) => {
      const message = messages.get(handleId(handle));
      return message !== undefined && receiptHandle(message) === handle ? message : undefined;
    },
    wait: (message, state, due) => {
      message.due = due;
      places.put(message, due <= clock.now() ? "visible" : state);
      if (message.state === "visible") onVisible();
    },
    messages: () => messages.values(),
    size: () => messages.size,
    visible: places.visible,
    counts,
    expired,
    nextDue: places.nextDue,
    stop: places.stop,
  };
};
