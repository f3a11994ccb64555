import { type Calendar, dateNumber } from "../../shared/time/compile-calendar.ts";
import { windowsBetween } from "../../shared/time/windows.ts";
import {
  addWorkingDays,
  isWorkingDate,
  workingDateAfter,
  workingDatesBetween,
} from "../../shared/time/working-days.ts";
import {
  addWorkingTime,
  isOpen,
  lastOpen,
  nextOpening,
  workingTimeBetween,
} from "../../shared/time/working-time.ts";
import type { CaseCalendar } from "./calendar-form.ts";
import { instantOf, isDate, type TimeForm, written } from "./time-form.ts";

/** What an operation is asked, whatever the shape of the case. */
export type Question = {
  readonly calendar: CaseCalendar;
  /** The time it is about, or from which. */
  readonly time: TimeForm;
  readonly to: TimeForm | undefined;
  readonly amount: number;
  readonly unit: string;
  readonly direction: string;
  readonly endOfDay: boolean;
};

const day = 86_400_000;
const unitMs: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 };

const never = "The calendar is not open that long within a hundred years";
const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error(never);
  return value;
};

const instantIn = ({ calendar, time }: Question): number => instantOf(time, calendar.calendar.zone);
const reply = ({ calendar, time }: Question, instant: number | undefined): unknown =>
  written(known(instant), time, calendar.calendar.zone);
const wallOf = ({ zone }: Calendar, instant: number): number => instant + zone.offsetAt(instant);
const dateOf = (calendar: Calendar, time: TimeForm): number =>
  isDate(time) ? dateNumber(time.date) : Math.floor(wallOf(calendar, instantOf(time, calendar.zone)) / day);

/** Whole seconds, halves away from zero, as the cases count them. */
const seconds = (ms: number): number => Math.sign(ms) * Math.round(Math.abs(ms) / 1000) || 0;

const between = (question: Question): number => {
  const { calendar } = question.calendar;
  if (question.to === undefined) throw new Error("No time to measure to");
  return seconds(workingTimeBetween(calendar, instantIn(question), instantOf(question.to, calendar.zone)));
};

const added = (question: Question, unit: number): unknown =>
  reply(
    question,
    addWorkingTime(question.calendar.calendar, instantIn(question), Math.round(question.amount * unit)),
  );

/** `add`: so many seconds, minutes, hours or days, before or after. Nothing before is the last closing. */
const add = (question: Question): unknown => {
  const { calendar } = question.calendar;
  const unit = question.unit.replace(/s$/, "");
  const isBefore = question.direction === "before";
  const amount = isBefore ? -question.amount : question.amount;
  if (unit === "day") return reply(question, addWorkingDays(calendar, instantIn(question), amount));
  const ms = unitMs[unit];
  if (ms === undefined) throw new Error(`Unknown unit: ${question.unit}`);
  if (isBefore && question.amount === 0) return reply(question, lastOpen(calendar, instantIn(question)));
  return added({ ...question, amount }, ms);
};

/** `add_days` keeps the time of day whatever the hours, and no days is the time itself. */
const addDays = (question: Question): unknown => {
  const { calendar } = question.calendar;
  const { amount, time } = question;
  const date = dateOf(calendar, time);
  const direction = amount < 0 ? -1 : 1;
  const start =
    amount === 0 || isWorkingDate(calendar, date) ? date : known(workingDateAfter(calendar, date, direction));
  const end = amount === 0 ? start : known(workingDateAfter(calendar, start, amount));
  if (isDate(time)) return { date: new Date(end * day).toISOString().slice(0, 10) };
  const wall = wallOf(calendar, instantIn(question));
  return reply(
    question,
    end === date ? instantIn(question) : calendar.zone.instantOf(wall + (end - date) * day),
  );
};

/** Cases write a closing time of 24:00 as the last millisecond of that day, and take that one for closed. */
const nextClosing = (question: Question): unknown => {
  const { calendar } = question.calendar;
  const instant = instantIn(question);
  const isLast = (wallOf(calendar, instant) + 1) % day === 0;
  const opening = known(nextOpening(calendar, isLast ? instant + 1 : instant));
  const midnight = calendar.zone.instantOf((Math.floor(wallOf(calendar, opening) / day) + 1) * day);
  const [window] = windowsBetween(calendar, opening, midnight);
  const closing = known(window).until;
  return reply(question, closing === midnight ? closing - 1 : closing);
};

/** The opening after the present hours, if it is open; else the next. */
const openingAfter = (question: Question): unknown => {
  const { calendar } = question.calendar;
  const instant = instantIn(question);
  const [window] = isOpen(calendar, instant) ? windowsBetween(calendar, instant, instant + 36_525 * day) : [];
  return reply(question, nextOpening(calendar, window?.until ?? instant));
};

const isOnHoliday = ({ calendar, time }: Question): boolean =>
  calendar.holidays().ruleOf(dateOf(calendar.calendar, time)).kind === "holiday";

const isOnBreak = (question: Question): boolean => {
  const wall = new Date(wallOf(question.calendar.calendar, instantIn(question))).toISOString();
  const timeOfDay = wall.slice(11, 23);
  return (question.calendar.breaks[wall.slice(0, 10)] ?? []).some(
    ([from, to]) => from <= timeOfDay && timeOfDay < to,
  );
};

const isOpenAt = (question: Question): boolean => isOpen(question.calendar.calendar, instantIn(question));

const workingDays = ({ calendar: { calendar }, time, to }: Question): number =>
  workingDatesBetween(calendar, dateOf(calendar, time), dateOf(calendar, known(to)));

/** Every operation that occurs in the cases, by its name there. */
export const operations: Readonly<Record<string, (question: Question) => unknown>> = {
  add_seconds: (question) => added(question, 1000),
  add_hours: (question) => added(question, 3_600_000),
  add,
  add_days: addDays,
  add_working_days: (question) =>
    reply(
      question,
      addWorkingDays(question.calendar.calendar, instantIn(question), question.amount, {
        endOfDay: question.endOfDay,
      }),
    ),
  advance_to_working_time: (question) =>
    reply(question, nextOpening(question.calendar.calendar, instantIn(question))),
  advance_to_closing_time: nextClosing,
  return_to_working_time: (question) =>
    reply(question, lastOpen(question.calendar.calendar, instantIn(question))),
  next_working_time: openingAfter,
  working_time_between: between,
  working_seconds_between: between,
  within: between,
  working_days_between: workingDays,
  "in_working_hours?": isOpenAt,
  in_hours: isOpenAt,
  "working_day?": ({ calendar, time }) => isWorkingDate(calendar.calendar, dateOf(calendar.calendar, time)),
  on_holiday: isOnHoliday,
  is_holiday: isOnHoliday,
  on_break: isOnBreak,
};
