import type { Calendar } from "../../shared/time/compile-calendar.ts";
import { addWorkingDays } from "../../shared/time/working-days.ts";
import { addWorkingTime, workingTimeBetween } from "../../shared/time/working-time.ts";
import { type CalendarForm, calendarOf } from "./calendar-form.ts";
import { instantOf, type TimeForm, written } from "./time-form.ts";

/** A case about a due date: a target, its pauses, and a point some seconds before (or after) it is due. */
export type SlaForm = {
  readonly type: string;
  readonly calendar: CalendarForm | null;
  readonly target: { readonly number: number; readonly unit: string; readonly end_of_working_day?: boolean };
  readonly start: TimeForm;
  readonly pauses?: readonly { readonly from: TimeForm; readonly to: TimeForm }[];
  readonly escalation_offset_seconds?: number;
};

const unitMs: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 };
const dayMs = 86_400_000;

const known = (instant: number | undefined): number => {
  if (instant === undefined) throw new Error("The calendar is not open that long within a hundred years");
  return instant;
};

type Span = { readonly from: number; readonly to: number };

/** Pauses from the start on, each moment once. */
const disjoint = (pauses: readonly Span[], start: number): readonly Span[] => {
  let end = start;
  return pauses
    .toSorted((one, other) => one.from - other.from)
    .flatMap(({ from, to }) => {
      const span = { from: Math.max(from, end), to: Math.max(to, end) };
      end = span.to;
      return span.to > span.from ? [span] : [];
    });
};

const pausedTime = (calendar: Calendar, paused: readonly Span[]): number =>
  paused.reduce((sum, { from, to }) => sum + workingTimeBetween(calendar, from, to), 0);

/** Working days first, at the same time of day; then the working time paused; then, if so, that day's closing. */
const dueOf = (calendar: Calendar, { target }: SlaForm, start: number, rest: number): number => {
  const { number, end_of_working_day: wantsEndOfDay = false } = target;
  const unit = target.unit.replace(/s$/, "");
  const ms = unitMs[unit];
  const endOfDay = wantsEndOfDay && unit === "day";
  if (unit !== "day" && ms === undefined) throw new Error(`Unknown unit: ${target.unit}`);
  const unpaused =
    ms === undefined
      ? addWorkingDays(calendar, start, number, { endOfDay: endOfDay && rest === 0 })
      : addWorkingTime(calendar, start, Math.round(number * ms));
  if (rest === 0) return known(unpaused);
  const due = known(addWorkingTime(calendar, known(unpaused), rest));
  // Due at closing time is of the day that closes, also at 24:00.
  return endOfDay ? known(addWorkingDays(calendar, due - 1, 0, { endOfDay })) : due;
};

/** Whole days count working days, anything else working time. */
const pointOf = (calendar: Calendar, due: number, offset: number, endOfDay: boolean): number =>
  known(
    offset !== 0 && offset % dayMs === 0
      ? addWorkingDays(calendar, due, offset / dayMs, { endOfDay })
      : addWorkingTime(calendar, due, offset),
  );

/**
 * When it is due, how long it was paused in working time, and when its point falls. Only time to resolve (TTR)
 * heeds pauses. Each answer stands under its own name and under the name of the case's expectation.
 */
export const answerSla = (form: SlaForm): Readonly<Record<string, unknown>> => {
  const { calendar } = calendarOf(form.calendar);
  const instant = (time: TimeForm): number => instantOf(time, calendar.zone);
  const start = instant(form.start);
  const pauses = form.type === "TTO" ? [] : (form.pauses ?? []);
  const paused = disjoint(
    pauses.map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
    start,
  );
  const rest = pausedTime(calendar, paused);
  const due = dueOf(calendar, form, start, rest);
  const offset = form.escalation_offset_seconds;
  const point =
    offset === undefined
      ? {}
      : {
          escalation: written(
            pointOf(calendar, due, offset * 1000, form.target.end_of_working_day ?? false),
            form.start,
            calendar.zone,
          ),
        };
  const answers = {
    due: written(due, form.start, calendar.zone),
    paused_working_seconds: Math.round(rest / 1000),
    ...point,
  };
  const expected = Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [`expected_${name}`, value]),
  );
  return { ...answers, ...expected };
};
