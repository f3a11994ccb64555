import { createHeap, type HeapItem } from "../../../infra/local/min-heap.ts";
import type { Clock } from "../../../infra/local/parts.ts";

type Timer = HeapItem & { readonly callback: () => void; isCancelled: boolean };

/** The local cloud's clock without real time in it: it stands still until it is moved. */
export const createVirtualClock = (startMs: number): Clock => {
  const timers = createHeap<Timer>();
  const listeners = new Set<(movedByMs: number) => void>();
  let now = startMs;
  /** Takes out all that is due before calling any: a timer set by a callback waits for the next move. */
  const takeDue = (): Timer[] => {
    const due: Timer[] = [];
    for (let first = timers.peek(); first !== undefined && first.due <= now; first = timers.peek()) {
      timers.remove(first);
      due.push(first);
    }
    return due;
  };
  return {
    now: () => now,
    offset: () => now - Date.now(),
    moveTo: (epochMs) => {
      const movedByMs = Math.round(epochMs) - now;
      now += movedByMs;
      for (const listener of [...listeners]) listener(movedByMs);
      for (const timer of takeDue()) if (!timer.isCancelled) timer.callback();
    },
    at: (epochMs, callback) => {
      const timer: Timer = { due: epochMs, slot: -1, callback, isCancelled: false };
      timers.push(timer);
      return () => {
        timer.isCancelled = true;
        timers.remove(timer);
      };
    },
    onMove: (callback) => {
      const listener = (movedByMs: number) => callback(movedByMs);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
