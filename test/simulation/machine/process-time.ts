/** A timer that code in a container has set. */
export type ProcessTimer = {
  /** Whose timers these are: they are forgotten together. */
  readonly owner: object;
  readonly callback: () => void;
  readonly delayMs: number;
  readonly due: number;
};

/** How long things take inside of the containers: milliseconds that pass only when a timer is fired. */
export type ProcessTime = {
  readonly now: () => number;
  readonly set: (owner: object, callback: () => void, delayMs: number) => ProcessTimer;
  readonly clear: (timer: ProcessTimer | undefined) => void;
  readonly drop: (owner: object) => void;
  /** The timer that is due first among those that may fire. */
  readonly first: (mayFire: (timer: ProcessTimer) => boolean) => ProcessTimer | undefined;
  /** Lets the time until the timer pass, and calls it; answers how long that was. */
  readonly fire: (timer: ProcessTimer) => number;
};

export const createProcessTime = (): ProcessTime => {
  const timers = new Set<ProcessTimer>();
  let now = 0;
  return {
    now: () => now,
    set: (owner, callback, delayMs) => {
      const timer = { owner, callback, delayMs, due: now + Math.max(1, delayMs) };
      timers.add(timer);
      return timer;
    },
    clear: (timer) => timer && timers.delete(timer),
    drop: (owner) => {
      for (const timer of timers) if (timer.owner === owner) timers.delete(timer);
    },
    first: (mayFire) => {
      let first: ProcessTimer | undefined;
      for (const timer of timers)
        if (mayFire(timer) && (first === undefined || timer.due < first.due)) first = timer;
      return first;
    },
    fire: (timer) => {
      const passed = Math.max(0, timer.due - now);
      now += passed;
      timers.delete(timer);
      timer.callback();
      return passed;
    },
  };
};
