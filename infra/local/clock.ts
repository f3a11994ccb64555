import { createHeap, type HeapItem } from "./min-heap.ts";
import type { Clock } from "./parts.ts";

/** `setTimeout` fires at once above 2^31-1 ms; waking earlier and waiting again costs nothing. */
const LONGEST_WAIT_MS = 2 ** 30;

type Timer = HeapItem & { readonly callback: () => void };

/** A callback that throws is a defect: it must neither be swallowed nor keep the others from being called. */
const callAll = (callbacks: readonly (() => void)[]) => {
  for (const callback of callbacks) {
    try {
      callback();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
};

/** The local cloud's one clock: real time plus an offset. Timers that a move makes due have fired when `moveTo` returns. */
export const createClock = (): Clock => {
  const timers = createHeap<Timer>();
  const listeners = new Set<(movedByMs: number) => void>();
  let offset = 0;
  let wake: { readonly at: number; readonly handle: NodeJS.Timeout } | undefined;

  const now = () => Date.now() + offset;

  const arm = () => {
    const next = timers.peek();
    if (next === undefined || (wake !== undefined && wake.at <= next.due)) return;
    clearTimeout(wake?.handle);
    const wait = Math.min(Math.max(next.due - now(), 0), LONGEST_WAIT_MS);
    wake = { at: next.due, handle: setTimeout(fireDue, wait).unref() };
  };
  const rearm = () => {
    clearTimeout(wake?.handle);
    wake = undefined;
    arm();
  };
  /** Takes out all that is due before calling any: a timer set by a callback waits for its own turn. */
  const fireDue = () => {
    const time = now();
    const due: Timer[] = [];
    for (let timer = timers.peek(); timer !== undefined && timer.due <= time; timer = timers.peek()) {
      timers.remove(timer);
      due.push(timer);
    }
    callAll(due.map((timer) => () => pendingCancel.delete(timer) || timer.callback()));
    rearm();
  };
  /** Timers cancelled by a callback of the same round, when they have already left the heap. */
  const pendingCancel = new WeakSet<Timer>();

  return {
    now,
    offset: () => offset,
    moveTo: (epochMs) => {
      const movedByMs = Math.round(epochMs - now());
      offset += movedByMs;
      callAll([...listeners].map((listener) => () => listener(movedByMs)));
      fireDue();
    },
    at: (epochMs, callback) => {
      const timer: Timer = { due: epochMs, slot: -1, callback };
      timers.push(timer);
      arm();
      return () => {
        if (timer.slot < 0) pendingCancel.add(timer);
        else timers.remove(timer);
      };
    },
    onMove: (callback) => {
      const listener = (movedByMs: number) => callback(movedByMs);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
