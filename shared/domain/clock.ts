/** Where time comes from. Decisions take an instant as a value; only composition roots hold a clock. */
export type Clock = { readonly now: () => Date };

/** The machine's own clock (on one machine the local cloud moves what `Date` says). */
export const systemClock: Clock = { now: () => new Date() };

/** The instant one request, event or schedule takes place at: everything it decides and writes bears this time. */
export const at = (instant: Date): Clock => ({ now: () => instant });
