import type { Clock } from "./parts.ts";

/** One timer of the virtual clock, set to the earliest of the times asked for since it last rang. */
export type WakeUp = {
  /** Rings at this time at the latest; nothing changes when it rings earlier anyway, or without a time. */
  readonly by: (epochMs: number | undefined) => void;
  readonly cancel: () => void;
};

/** Rings `callback`, which may ask for the next time; ringing too early is harmless and saves setting it anew. */
export const createWakeUp = (clock: Clock, callback: () => void): WakeUp => {
  let timer: { readonly at: number; readonly cancel: () => void } | undefined;
  const ring = () => {
    timer = undefined;
    callback();
  };
  return {
    by: (epochMs) => {
      if (epochMs === undefined || (timer !== undefined && timer.at <= epochMs)) return;
      timer?.cancel();
      timer = { at: epochMs, cancel: clock.at(epochMs, ring) };
    },
    cancel: () => {
      timer?.cancel();
      timer = undefined;
    },
  };
};
