import type { Calendar } from "./compile-calendar.ts";
import { chunk, day } from "./time-zone.ts";
import { addWorkingTime, lastOpen } from "./working-time.ts";

const perChunk = chunk / day;
/** A hundred years without a working day: there will be none. */
const horizon = Math.ceil((100 * 366) / perChunk);

const datesOf = (calendar: Calendar, date: number): readonly number[] =>
  calendar.workingDates(Math.floor(date / perChunk));

/** Whether a date (days since 1970-01-01) has any open time. */
export const isWorkingDate = (calendar: Calendar, date: number): boolean =>
  datesOf(calendar, date).includes(date);

/** The n-th working date after a date (before it, for a negative n); n is not 0. */
export const workingDateAfter = (calendar: Calendar, date: number, n: number): number | undefined => {
  const direction = Math.sign(n);
  const [earliest, latest] = calendar.bounds.map((bound) => bound / day) as [number, number];
  let left = Math.abs(n);
  let index = Math.floor((direction > 0 ? Math.max(date, earliest) : Math.min(date, latest)) / perChunk);
  for (let steps = 0; steps <= horizon; steps += 1, index += direction) {
    if (direction > 0 ? index * perChunk > latest : (index + 1) * perChunk < earliest) return undefined;
    const dates = calendar.workingDates(index).filter((at) => (at - date) * direction > 0);
    if (dates.length >= left) return dates[direction > 0 ? left - 1 : dates.length - left];
    left -= dates.length;
  }
  return undefined;
};

/** The closing time of a working date. */
const closingOf = (calendar: Calendar, date: number): number | undefined =>
  lastOpen(calendar, calendar.zone.instantOf((date + 1) * day));

/** An instant of a working date brought into its hours: on to the next opening, or back to closing. */
const intoHours = (calendar: Calendar, date: number, instant: number): number | undefined => {
  const closing = closingOf(calendar, date);
  const settled = addWorkingTime(calendar, instant, 0);
  return closing === undefined || settled === undefined || settled > closing ? closing : settled;
};

/**
 * Where counting begins. Who comes on a day off waits for the next working day to open; counting back, for the
 * one before to close.
 */
const beginning = (calendar: Calendar, date: number, direction: number): number | undefined => {
  const nearest = workingDateAfter(calendar, date, direction);
  if (nearest === undefined) return undefined;
  return direction < 0
    ? closingOf(calendar, nearest)
    : addWorkingTime(calendar, calendar.zone.instantOf(nearest * day), 0);
};

/** The working date `days` on, and the instant there that has the same time of day. */
const counted = (calendar: Calendar, from: number, days: number): readonly [number, number] | undefined => {
  const { offsetAt, instantOf } = calendar.zone;
  const wall = from + offsetAt(from);
  const date = Math.floor(wall / day);
  if (isWorkingDate(calendar, date)) {
    if (days === 0) return [date, from];
    const other = workingDateAfter(calendar, date, days);
    return other === undefined ? undefined : [other, instantOf(wall + (other - date) * day)];
  }
  const start = beginning(calendar, date, days < 0 ? -1 : 1);
  if (start === undefined) return undefined;
  // The closing time 24:00 still belongs to the date that it ends.
  const startWall = start + offsetAt(start);
  const startDate = Math.floor((days < 0 ? startWall - 1 : startWall) / day);
  if (days === 0) return [startDate, start];
  const other = workingDateAfter(calendar, startDate, days);
  return other === undefined ? undefined : [other, instantOf(startWall + (other - startDate) * day)];
};

/**
 * The same time of day `days` working days later (or earlier, if negative), or the end of that working day.
 * A working day is a date with any open time. From a day off, counting starts when the next working day opens.
 * A time of day outside that day's hours moves on to its next opening, or back to its closing if it was the
 * last. `undefined` if the calendar has not that many working days within a hundred years.
 */
export const addWorkingDays = (
  calendar: Calendar,
  from: number,
  days: number,
  { endOfDay = false }: { readonly endOfDay?: boolean } = {},
): number | undefined => {
  const found = counted(calendar, from, days);
  if (!found) return undefined;
  const [date, instant] = found;
  return endOfDay ? closingOf(calendar, date) : intoHours(calendar, date, instant);
};

/** How many working dates come after one date until another, that one included; negative in the other order. */
export const workingDatesBetween = (calendar: Calendar, from: number, to: number): number => {
  if (to < from) return -workingDatesBetween(calendar, to, from);
  let count = 0;
  for (let index = Math.floor(from / perChunk); index * perChunk <= to; index += 1)
    count += calendar.workingDates(index).filter((date) => date > from && date <= to).length;
  return count;
};
