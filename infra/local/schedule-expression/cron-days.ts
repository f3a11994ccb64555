import { fieldShapes, fieldValue, parseField } from "./cron-field.ts";
import { ScheduleError } from "./schedule-error.ts";

/** The days of a month (1-31, ascending) on which a cron expression fires. */
export type DaysOf = (year: number, month: number) => readonly number[];

const lengthOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** 1 is Sunday. */
const weekday = (year: number, month: number, day: number): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;

const everyDay = (year: number, month: number): readonly number[] =>
  Array.from({ length: lengthOf(year, month) }, (_, index) => index + 1);

/** The weekday nearest to a date, never leaving its month; none where the month lacks the date. */
const nearestWeekday = (year: number, month: number, date: number): readonly number[] => {
  const last = lengthOf(year, month);
  if (date > last) return [];
  const day = weekday(year, month, date);
  if (day === 7) return [date === 1 ? 3 : date - 1];
  if (day === 1) return [date === last ? date - 2 : date + 1];
  return [date];
};

const byDate = (field: string): DaysOf => {
  if (field === "L") return (year, month) => [lengthOf(year, month)];
  const nearest = /^(\d+)W$/i.exec(field)?.[1];
  if (nearest !== undefined) {
    const date = fieldValue(nearest, fieldShapes.dayOfMonth);
    return (year, month) => nearestWeekday(year, month, date);
  }
  const dates = parseField(field, fieldShapes.dayOfMonth);
  return (year, month) => dates.filter((date) => date <= lengthOf(year, month));
};

const onWeekday = (year: number, month: number, day: number): readonly number[] =>
  everyDay(year, month).filter((date) => weekday(year, month, date) === day);

const byWeekday = (field: string): DaysOf => {
  const last = /^(\w+)L$/i.exec(field)?.[1];
  if (last !== undefined) {
    const day = fieldValue(last, fieldShapes.dayOfWeek);
    return (year, month) => onWeekday(year, month, day).slice(-1);
  }
  const [, name, count] = /^(\w+)#([1-5])$/.exec(field) ?? [];
  if (name !== undefined) {
    const day = fieldValue(name, fieldShapes.dayOfWeek);
    return (year, month) => onWeekday(year, month, day).slice(Number(count) - 1, Number(count));
  }
  // "L" alone is the last day of the week, Saturday.
  const days = new Set(parseField(field === "L" ? "7" : field, fieldShapes.dayOfWeek));
  return (year, month) => everyDay(year, month).filter((date) => days.has(weekday(year, month, date)));
};

/** Reads the two day fields, of which exactly one must be `?`. */
export const parseDays = (dayOfMonth: string, dayOfWeek: string): DaysOf => {
  if ((dayOfMonth === "?") === (dayOfWeek === "?"))
    throw new ScheduleError("exactly one of day-of-month and day-of-week must be ?");
  return dayOfWeek === "?" ? byDate(dayOfMonth) : byWeekday(dayOfWeek);
};
