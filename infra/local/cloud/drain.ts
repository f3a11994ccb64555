import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../parts.ts";

/** Units of work left, by the part that has them. */
export type PendingWork = Readonly<
  Record<"functions" | "calls" | "streams" | "bus" | "queues" | "schedules", number>
>;

/** How a drain ended; when work is left, `nextDue` says until when (virtual time) it waits, if that is known. */
export type DrainResult = {
  readonly idle: boolean;
  readonly pending: PendingWork;
  readonly nextDue?: string;
};

/** What a drain looks at. */
export type Drainable = {
  readonly pending: () => PendingWork;
  /** Asks the streams for proof that all is read. */
  readonly confirm: () => void;
  readonly nextDue: () => number | undefined;
  readonly clock: Pick<Clock, "now" | "moveTo">;
};

const lookAgainMs = 5;

const isIdle = (pending: PendingWork): boolean => Object.values(pending).every((count) => count === 0);

/**
 * Waits until nothing is left to do. Every part counts new work before it lets go of what caused it, so one
 * look at which everything is zero is enough; the streams are asked for proof first. With `advance` the clock
 * is moved to the next retry whenever everything else is done.
 */
export const drain = async (of: Drainable, timeoutMs: number, advance: boolean): Promise<DrainResult> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    of.confirm();
    const pending = of.pending();
    if (isIdle(pending)) return { idle: true, pending };
    const due = of.nextDue();
    const isWaiting =
      pending.functions + pending.calls + pending.streams === 0 && due !== undefined && due > of.clock.now();
    if (isWaiting && advance) of.clock.moveTo(due);
    const isHopeless = isWaiting && !advance && due - of.clock.now() > deadline - Date.now();
    if (isHopeless || Date.now() >= deadline)
      return { idle: false, pending, ...(due === undefined ? {} : { nextDue: new Date(due).toISOString() }) };
    await sleep(lookAgainMs);
  }
};
