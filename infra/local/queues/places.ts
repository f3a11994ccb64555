import { createHeap } from "../min-heap.ts";
import type { Clock } from "../parts.ts";
import { createWakeUp } from "../wake-up.ts";
import type { Message } from "./message.ts";
import { createReadyLine } from "./ready-line.ts";

/** Where the messages of one queue stand, by state. */
export type Places = {
  /** Takes a message out of where it stands and puts it where the new state belongs. */
  readonly put: (message: Message, state: Message["state"]) => void;
  /** The next message that may be received. */
  readonly first: () => Message | undefined;
  readonly visible: () => number;
  readonly delayed: () => number;
  /** When the next waiting message becomes visible. */
  readonly nextDue: () => number | undefined;
  readonly stop: () => void;
};

/**
 * Every operation costs O(log n) at most: what may be received stands in a line, what waits for a time in a heap.
 * Messages that a function of this process is working on wait in a heap of their own that moves with the clock: a
 * jump over a week must not hand them to a second function.
 */
export const createPlaces = (clock: Clock, onVisible: () => void): Places => {
  const ready = createReadyLine();
  const waiting = createHeap<Message>();
  const working = createHeap<Message>();
  let delayed = 0;

  const put = (message: Message, state: Message["state"]) => {
    if (message.state === "delayed" && message.slot >= 0) delayed--;
    waiting.remove(message);
    working.remove(message);
    ready.leave(message);
    message.state = state;
    if (state === "visible") ready.join(message);
    else if (state === "working") working.push(message);
    else if (state !== "gone") waiting.push(message);
    if (state === "delayed") delayed++;
    wakeUp.by(nextDue());
  };
  const nextDue = () => {
    const [a, b] = [waiting.peek()?.due, working.peek()?.due];
    return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
  };
  /** Makes visible what has waited long enough, and says so, whoever it was that asked: nobody will find it again. */
  const promote = (): void => {
    const time = clock.now();
    const before = ready.size();
    for (const heap of [waiting, working])
      for (let message = heap.peek(); message !== undefined && message.due <= time; message = heap.peek())
        put(message, "visible");
    if (ready.size() > before) onVisible();
  };
  const wakeUp = createWakeUp(clock, () => {
    promote();
    wakeUp.by(nextDue());
  });
  const endMoves = clock.onMove((movedByMs) => {
    working.shift(movedByMs);
    // Back in time what waits would wait for ever: it keeps the rest of its wait. Forward it has waited.
    if (movedByMs < 0) waiting.shift(movedByMs);
    wakeUp.cancel();
    wakeUp.by(nextDue());
  });

  return {
    put,
    first: () => {
      promote();
      return ready.first();
    },
    visible: () => {
      promote();
      return ready.size();
    },
    delayed: () => delayed,
    nextDue,
    stop: () => {
      endMoves();
      wakeUp.cancel();
    },
  };
};
