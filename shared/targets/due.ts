import type { Calendar } from "../time/compile-calendar.ts";
import { addWorkingDays } from "../time/working-days.ts";
import { addWorkingTime, workingTimeBetween } from "../time/working-time.ts";
import type { Metric } from "./spans.ts";

/**
 * What a clock rested so far, in ms of working time. `moved` is by how much that moves the day at whose end a
 * target is due: a pause that begins late on that very day, when only its end was left, counts from then.
 */
export type Rest = { readonly rested: number; readonly moved: number };

/** When a target is due that counts from some start. */
export type Due = {
  /** The working time in ms until then, or the least of it. */
  readonly after: number;
  /** Whether that is so whatever the clock rested; not where a day's end stays its end. */
  readonly isFixed: boolean;
  readonly at: (rest: Rest) => number | undefined;
};

const minute = 60_000;
const inMs = { minutes: minute, hours: 60 * minute };

/**
 * A target of time, or of days at the same time of day, is moved by the working time of the pauses: days stay
 * days, however the calendar runs. One until the end of a working day stays one: pauses move the time of day at
 * which the days are over, and it is due when that day closes.
 */
export const dueOf = (
  { amount, unit, endOfDay }: Metric["target"],
  calendar: Calendar,
  start: number,
): Due => {
  const unpaused =
    unit === "working_days"
      ? addWorkingDays(calendar, start, amount)
      : addWorkingTime(calendar, start, Math.round(amount * inMs[unit]));
  const moved = (ms: number): number | undefined =>
    unpaused === undefined || ms === 0 ? unpaused : addWorkingTime(calendar, unpaused, ms);
  if (unit !== "working_days")
    return { after: Math.round(amount * inMs[unit]), isFixed: true, at: ({ rested }) => moved(rested) };

  const after =
    unpaused === undefined ? Number.POSITIVE_INFINITY : workingTimeBetween(calendar, start, unpaused);
  if (!endOfDay) return { after, isFixed: true, at: ({ rested }) => moved(rested) };

  const closing = addWorkingDays(calendar, start, amount, { endOfDay });
  // Due at closing time is of the day that closes, also at 24:00.
  const closingAfter = (at: number | undefined) =>
    at === undefined ? undefined : addWorkingDays(calendar, at - 1, 0, { endOfDay });
  return {
    after,
    isFixed: false,
    at: (rest) => (rest.moved === 0 ? closing : closingAfter(moved(rest.moved))),
  };
};

/** How long a clock that began at `start` may run in all; a day's end comes sooner the longer it rested. */
export const targetOf = (calendar: Calendar, due: Due, rest: Rest, start: number): number => {
  const at = due.isFixed ? undefined : due.at(rest);
  return at === undefined ? due.after : workingTimeBetween(calendar, start, at) - rest.rested;
};
