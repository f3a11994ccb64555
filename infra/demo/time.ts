/** The clock of the system that is filled: the past is lived through, day by day, and not written down afterwards. */
export type Time = {
  /** Epoch ms, as the system knows it. */
  readonly now: () => number;
  /** Waits until all that was begun is done, and goes to another instant. */
  readonly moveTo: (instant: number) => Promise<void>;
  /** Back to the real time. */
  readonly end: () => Promise<void>;
};

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const iso = (instant: number): string => new Date(instant).toISOString();
