import { createHeap } from "../min-heap.ts";
import type { Clock, QueueCounts } from "../parts.ts";
import { handleId, type Message, receiptHandle } from "./message.ts";
import type { QueueSettings } from "./queue-settings.ts";
import { createReadyLine } from "./ready-line.ts";

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

/**
 * One queue in memory. Every operation costs O(log n) at most: what may be received stands in a line, what waits for
 * a time in a heap. Messages that a function of this process is working on wait in a heap of their own that moves
 * with the clock: a jump over a week must not hand them to a second function.
 */
export const createQueue = (settings: QueueSettings, clock: Clock, onVisible: () => void): Queue => {
  const messages = new Map<string, Message>();
  const ready = createReadyLine();
  const waiting = createHeap<Message>();
  const working = createHeap<Message>();
  /** No message is older than this; deletions leave it behind until the next sweep. */
  let oldestBound = Number.POSITIVE_INFINITY;
  let delayed = 0;
  let timer: { readonly at: number; readonly cancel: () => void } | undefined;

  const nextDue = () => {
    const next = Math.min(
      waiting.peek()?.due ?? Number.POSITIVE_INFINITY,
      working.peek()?.due ?? Number.POSITIVE_INFINITY,
    );
    return Number.isFinite(next) ? next : undefined;
  };
  const arm = () => {
    const next = nextDue();
    if (next === undefined || (timer !== undefined && timer.at <= next)) return;
    timer?.cancel();
    timer = { at: next, cancel: clock.at(next, onTimer) };
  };
  const onTimer = () => {
    timer = undefined;
    if (promote()) onVisible();
    arm();
  };
  const promote = (): boolean => {
    const time = clock.now();
    let found = false;
    for (const heap of [waiting, working]) {
      for (let message = heap.peek(); message !== undefined && message.due <= time; message = heap.peek()) {
        place(message, "visible");
        found = true;
      }
    }
    return found;
  };
  /** The only place where a message changes hands: out of where it stands, into where the new state puts it. */
  const place = (message: Message, state: Message["state"]) => {
    if (message.state === "delayed" && message.slot >= 0) delayed--;
    waiting.remove(message);
    working.remove(message);
    if (message.state === "visible") ready.leave(message);
    message.state = state;
    if (state === "visible") ready.join(message);
    else if (state === "working") working.push(message);
    else if (state !== "gone") waiting.push(message);
    if (state === "delayed") delayed++;
  };
  const receive = (message: Message, due: number, state: "working" | "received") => {
    message.receives++;
    message.firstReceivedAt ??= clock.now();
    message.due = due;
    place(message, state);
  };
  const oldest = () => messages.values().next().value?.sentAt;

  const endMoves = clock.onMove((movedByMs) => {
    working.shift(movedByMs);
    // Back in time what waits would wait for ever: it keeps the rest of its wait. Forward it has waited.
    if (movedByMs < 0) waiting.shift(movedByMs);
    timer?.cancel();
    timer = undefined;
    arm();
  });

  return {
    settings,
    add: (message) => {
      messages.set(message.id, message);
      oldestBound = Math.min(oldestBound, message.sentAt);
      place(message, message.state);
      if (message.state === "visible") onVisible();
      else arm();
    },
    take: (max, limits) => {
      promote();
      const due = clock.now() + limits.visibilityMs;
      const taken: Message[] = [];
      const dead: Message[] = [];
      let bytes = 0;
      for (
        let message = ready.first();
        message !== undefined && taken.length < max;
        message = ready.first()
      ) {
        bytes += message.body.length;
        if (taken.length > 0 && bytes > limits.bytes) break;
        const tooOften = message.receives >= (settings.redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY);
        if (tooOften) {
          ready.leave(message);
          dead.push(message);
          continue;
        }
        receive(message, due, limits.working ? "working" : "received");
        taken.push(message);
      }
      arm();
      return { taken, dead };
    },
    remove: (message) => {
      messages.delete(message.id);
      place(message, "gone");
    },
    find: (handle) => {
      const message = messages.get(handleId(handle));
      return message !== undefined && receiptHandle(message) === handle ? message : undefined;
    },
    wait: (message, state, due) => {
      message.due = due;
      place(message, due <= clock.now() ? "visible" : state);
      if (message.state === "visible") onVisible();
      else arm();
    },
    messages: () => messages.values(),
    size: () => messages.size,
    visible: () => {
      promote();
      return ready.size();
    },
    counts: () => {
      promote();
      return {
        arn: settings.arn,
        name: settings.name,
        visible: ready.size(),
        inFlight: messages.size - ready.size() - delayed,
        delayed,
        oldestAgeMs: Math.max(0, clock.now() - (oldest() ?? clock.now())),
      };
    },
    expired: () => {
      const limit = clock.now() - settings.retentionMs;
      if (oldestBound > limit) return [];
      oldestBound = Number.POSITIVE_INFINITY;
      const old: Message[] = [];
      for (const message of messages.values()) {
        if (message.sentAt <= limit && message.state !== "working") old.push(message);
        else oldestBound = Math.min(oldestBound, message.sentAt);
      }
      return old;
    },
    nextDue,
    stop: () => {
      endMoves();
      timer?.cancel();
    },
  };
};
