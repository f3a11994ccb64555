import { clockFor, type DueDateQuestion } from "../../services/service-level/due-date.ts";
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

const dayMs = 86_400_000;
const minutesIn: Readonly<Record<string, number>> = { second: 1 / 60, minute: 1, hour: 60 };

const known = (instant: number | undefined): number => {
  if (instant === undefined) throw new Error("The calendar is not open that long within a hundred years");
  return instant;
};

/** The target in the words of an agreement; an agreement has no seconds and no parts of a minute, a case may. */
const targetOf = ({ number, unit, end_of_working_day }: SlaForm["target"]): DueDateQuestion["target"] => {
  const name = unit.replace(/s$/, "");
  if (name === "day") return { amount: number, unit: "working_days", endOfDay: end_of_working_day ?? false };
  const minutes = minutesIn[name];
  if (minutes === undefined) throw new Error(`Unknown unit: ${unit}`);
  return { amount: number * minutes, unit: "minutes" };
};

/** Whole days count working days, anything else working time. */
const pointOf = (calendar: Calendar, due: number, offset: number, endOfDay: boolean): number =>
  known(
    offset !== 0 && offset % dayMs === 0
      ? addWorkingDays(calendar, due, offset / dayMs, { endOfDay })
      : addWorkingTime(calendar, due, offset),
  );

/**
 * When it is due by the product's own clock, how long it was paused in working time, and when a point so long
 * before (or after) that is. Only time to resolve (TTR) heeds pauses. Each answer stands under its own name and under the name of the case's expectation.
 */
export const answerSla = (form: SlaForm): Readonly<Record<string, unknown>> => {
  const { calendar } = calendarOf(form.calendar);
  const instant = (time: TimeForm): number => instantOf(time, calendar.zone);
  const start = instant(form.start);
  const pauses = form.type === "TTO" ? [] : (form.pauses ?? []);
  const clock = clockFor(calendar, {
    start,
    target: targetOf(form.target),
    pauses: pauses.map(({ from, to }) => ({ from: instant(from), to: instant(to) })),
  });
  const due = known(clock.dueAt);
  const rest = clock.pauses.reduce((sum, { from, to }) => sum + workingTimeBetween(calendar, from, to), 0);
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
