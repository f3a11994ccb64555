/** Keeps count of the writes a reader knows of and of those it has certainly read. */
export type WakeUp = {
  readonly wrote: () => void;
  /** Asks for proof that everything written so far was read. */
  readonly confirm: () => void;
  /** Starts a read; gives the writes it will cover. */
  readonly begin: () => number;
  /** The read that covered these writes came to the end; proven when it ended with an empty answer. */
  readonly reached: (covered: number, proven: boolean) => void;
  /** Whether no write has come since the last read began. */
  readonly isCurrent: () => boolean;
  readonly isHurried: () => boolean;
  /** Writes that are not known to be read. */
  readonly unread: () => number;
  /** Whether writes may be unread or unproven while proof was asked for. */
  readonly isPending: () => boolean;
  /** Settles at the next write, demand or after a time; throws nothing. */
  readonly wait: (atMostMs: number, signal: AbortSignal) => Promise<void>;
};

/** Makes the counter of one mapping; at first everything counts as unread. */
export const createWakeUp = (): WakeUp => {
  let written = 1;
  let read = 0;
  let proven = 0;
  let demanded = 0;
  let wake: (() => void) | undefined;
  const ring = (): void => {
    wake?.();
    wake = undefined;
  };
  const isPending = (): boolean => read < written || proven < demanded;
  return {
    wrote: () => {
      written += 1;
      ring();
    },
    confirm: () => {
      demanded = written;
      if (isPending()) ring();
    },
    begin: () => written,
    reached: (covered, isProven) => {
      read = Math.max(read, covered);
      if (isProven) proven = Math.max(proven, covered);
    },
    isCurrent: () => read >= written && proven >= demanded,
    isHurried: () => proven < demanded,
    unread: () => written - read,
    isPending,
    wait: (atMostMs, signal) =>
      new Promise((resolve) => {
        if (isPending() || signal.aborted) return resolve();
        const finish = (): void => {
          clearTimeout(timer);
          signal.removeEventListener("abort", finish);
          wake = undefined;
          resolve();
        };
        const timer = setTimeout(finish, atMostMs);
        signal.addEventListener("abort", finish);
        wake = finish;
      }),
  };
};
