import type { Calendar } from "../time/compile-calendar.ts";
import { addWorkingDays } from "../time/working-days.ts";
import { addWorkingTime, workingTimeBetween } from "../time/working-time.ts";
import type { Metric } from "./spans.ts";
import type { PointAction } from "./terms.ts";

/** Names the mark at which the time is over; no point can have this id. */
export const breach = "!";

/**
 * Something that falls when the clock has run for `after` ms of working time. `unpaused` (epoch ms) is when
 * that would be if the clock never paused: what pausing moves, so that days stay days. `undefined`: never, as
 * the calendar does not open for so long.
 */
export type Mark = {
  readonly id: string;
  readonly after: number;
  readonly unpaused: number | undefined;
  readonly actions: readonly PointAction[];
};

const minute = 60_000;
const inMs = { minutes: minute, hours: 60 * minute };

/** When the target is due if nothing pauses, and the working time until then in ms. */
const dueWithoutPause = ({ target }: Metric, calendar: Calendar, start: number) => {
  const { amount, unit, endOfDay = false } = target;
  if (unit !== "working_days") {
    const after = amount * inMs[unit];
    return { after, unpaused: addWorkingTime(calendar, start, after) };
  }
  const unpaused = addWorkingDays(calendar, start, amount, { endOfDay });
  const after =
    unpaused === undefined ? Number.POSITIVE_INFINITY : workingTimeBetween(calendar, start, unpaused);
  return { after, unpaused };
};

/** The marks of a clock that started at `start` (epoch ms): its points and, last, the breach. */
export const marksOf = (metric: Metric, calendar: Calendar, start: number): readonly Mark[] => {
  const due = dueWithoutPause(metric, calendar, start);
  const at = (after: number): Pick<Mark, "after" | "unpaused"> => {
    if (due.unpaused === undefined || after === due.after) return due;
    return after < due.after
      ? { after, unpaused: addWorkingTime(calendar, start, after) }
      : { after, unpaused: addWorkingTime(calendar, due.unpaused, after - due.after) };
  };
  const points = metric.points.map(({ id, at: time, actions }) => {
    if ("percent" in time) return { id, actions, ...at(Math.ceil((due.after * time.percent) / 100)) };
    const offset = "minutesBefore" in time ? -time.minutesBefore : time.minutesAfter;
    return { id, actions, ...at(Math.max(0, due.after + offset * minute)) };
  });
  return [...points, { id: breach, actions: metric.onBreach, ...due }];
};
