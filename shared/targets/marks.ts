import type { Calendar } from "../time/compile-calendar.ts";
import { addWorkingDays } from "../time/working-days.ts";
import { addWorkingTime } from "../time/working-time.ts";
import { type Due, dueOf, type Rest, targetOf } from "./due.ts";
import type { Metric } from "./spans.ts";
import type { PointAction } from "./terms.ts";

/** Names the mark at which the time is over; no point can have this id. */
export const breach = "!";

/** Something that falls on the way of a clock. */
export type Mark = {
  readonly id: string;
  readonly actions: readonly PointAction[];
  /** It falls when the clock has run for so long, in ms of working time, or later. */
  readonly after: number;
  /** When it falls (epoch ms) if the clock rested so long; absent: the calendar never opens for so long. */
  readonly at: (rest: Rest) => number | undefined;
};

type Point = Metric["points"][number];

const minute = 60_000;

/** What a point's time makes of the working time until it is due. */
const timeFor =
  ({ at }: Point) =>
  (target: number): number => {
    if ("percent" in at) return Math.ceil((target * at.percent) / 100);
    const offset = "minutesBefore" in at ? -at.minutesBefore : at.minutesAfter;
    return Math.max(0, target + Math.round(offset * minute));
  };

/** How many working days after the due time a point falls, and how many ms after that, if it is said in days. */
const daysFor = ({ at }: Point): { readonly days: number; readonly ms: number } | undefined => {
  if ("percent" in at || at.workingDays === undefined) return undefined;
  return "minutesBefore" in at
    ? { days: 0 - at.workingDays, ms: 0 - at.minutesBefore * minute }
    : { days: at.workingDays, ms: at.minutesAfter * minute };
};

/** The marks of a clock that started at `start` (epoch ms): its points and, last, the breach, where it is due. */
export type Marks = { readonly marks: readonly Mark[]; readonly due: Due; readonly start: number };

export const marksOf = (metric: Metric, calendar: Calendar, start: number): Marks => {
  const due = dueOf(metric.target, calendar, start);
  const unpaused = due.at({ rested: 0, moved: 0 });

  const byDays = ({ days, ms }: { readonly days: number; readonly ms: number }) => ({
    after: days < 0 ? 0 : due.after,
    at: (rest: Rest) => {
      const dueAt = due.at(rest);
      const day = dueAt === undefined ? undefined : addWorkingDays(calendar, dueAt, days, metric.target);
      const at = day === undefined || ms === 0 ? day : addWorkingTime(calendar, day, ms);
      const begins = addWorkingTime(calendar, start, 0);
      return at === undefined || begins === undefined ? undefined : Math.max(at, begins);
    },
  });

  const byTime = (time: (target: number) => number) => ({
    after: time(due.after),
    at: (rest: Rest) => {
      const dueAt = due.at(rest);
      if (unpaused === undefined || dueAt === undefined) return undefined;
      const target = targetOf(calendar, due, rest, start);
      const over = time(target) - target;
      if (over < 0) return addWorkingTime(calendar, start, time(target) + rest.rested);
      return over === 0 ? dueAt : addWorkingTime(calendar, dueAt, over);
    },
  });

  const points = metric.points.map((point) => {
    const days = daysFor(point);
    return {
      id: point.id,
      actions: point.actions,
      ...(days === undefined ? byTime(timeFor(point)) : byDays(days)),
    };
  });
  const over = { id: breach, actions: metric.onBreach, after: due.after, at: due.at };
  return { marks: [...points, over], due, start };
};
