type Entry<Value> = { readonly value: Value; readonly fromMs: number; readonly untilMs: number };

export type ExpiringCache<Value> = {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value, fromMs: number, untilMs: number) => void;
};

/** Remembers at most `size` values, each within its own time only (the clock may also go backwards). */
export const createExpiringCache = <Value>(size: number, now: () => number): ExpiringCache<Value> => {
  const entries = new Map<string, Entry<Value>>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      const time = now();
      if (time >= entry.fromMs && time < entry.untilMs) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set: (key, value, fromMs, untilMs) => {
      // A Map keeps insertion order, so its first key is the oldest.
      const oldest = entries.size >= size ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      entries.set(key, { value, fromMs, untilMs });
    },
  };
};
