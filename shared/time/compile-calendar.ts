import type { CalendarTerms } from "./calendar.ts";
import { chunk, day, perChunk, type TimeZone, timeZone } from "./time-zone.ts";

/** Opening hours of one day in ms of the wall clock since midnight, in order, adjoining ones joined. */
export type Hours = readonly (readonly [opens: number, closes: number])[];

/** Why a day has the hours it has. */
export type DayRule =
  | { readonly kind: "week"; readonly hours: Hours }
  | { readonly kind: "holiday"; readonly hours: Hours; readonly name?: string }
  | { readonly kind: "special_day"; readonly hours: Hours };

/** The open stretches of one chunk: `[starts[i], ends[i])`, and the open time before each (`before[i]`). */
export type OpenTimes = {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly before: readonly number[];
  readonly total: number;
};

/** A calendar ready to be asked. Keep it as long as the terms stand: it remembers what it has computed. */
export type Calendar = {
  readonly zone: TimeZone;
  /** The rule of a date, by its number of days since 1970-01-01. */
  readonly ruleOf: (date: number) => DayRule;
  readonly openTimes: (index: number) => OpenTimes;
  /** The dates with any open time among 28 (`index * 28` onwards), as day numbers. */
  readonly workingDates: (index: number) => readonly number[];
  /** Outside these instants nothing can ever be open: without any hours in the week there are special days only. */
  readonly bounds: readonly [from: number, until: number];
};

const daysOfWeek = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const closed: Hours = [];

/** "09:30" in ms since midnight, "24:00" the midnight after. */
const timeOfDay = (text: string): number =>
  (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * 60_000;

const hoursOf = (windows: readonly (readonly [string, string])[]): Hours =>
  windows.reduce<[number, number][]>((hours, [opens, closes]) => {
    const last = hours.at(-1);
    if (last && last[1] === timeOfDay(opens)) last[1] = timeOfDay(closes);
    else hours.push([timeOfDay(opens), timeOfDay(closes)]);
    return hours;
  }, []);

/** Number of days from 1970-01-01 to a date such as "2026-12-25". */
export const dateNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;

/** Days since the Monday before, of a day number (1970-01-01 was a Thursday). */
const weekday = (date: number): number => (((date + 3) % 7) + 7) % 7;

const add = <K>(names: Map<K, readonly string[]>, key: K, name: string | undefined): void => {
  names.set(key, [...(names.get(key) ?? []), ...(name === undefined ? [] : [name])]);
};

const holidaysOf = (terms: CalendarTerms): ((date: number) => readonly string[] | undefined) => {
  const once = new Map<number, readonly string[]>();
  const yearly = new Map<number, readonly string[]>();
  for (const holiday of terms.holidays)
    if ("date" in holiday) add(once, dateNumber(holiday.date), holiday.name);
    else add(yearly, Number(holiday.monthDay.replace("-", "")), holiday.name);
  const everyYear = (date: number): readonly string[] | undefined => {
    if (yearly.size === 0) return undefined;
    const asDate = new Date(date * day);
    return yearly.get((asDate.getUTCMonth() + 1) * 100 + asDate.getUTCDate());
  };
  return (date) => {
    const [names, yearlyNames] = [once.get(date), everyYear(date)];
    return names && yearlyNames ? [...names, ...yearlyNames] : (names ?? yearlyNames);
  };
};

const ruleReader = (terms: CalendarTerms): ((date: number) => DayRule) => {
  const week = daysOfWeek.map((name): DayRule => ({ kind: "week", hours: hoursOf(terms.week[name] ?? []) }));
  const special = new Map(
    Object.entries(terms.specialDays).map(([date, windows]): [number, DayRule] => [
      dateNumber(date),
      { kind: "special_day", hours: hoursOf(windows) },
    ]),
  );
  const holidayOn = holidaysOf(terms);
  return (date) => {
    const exception = special.get(date);
    if (exception) return exception;
    const names = holidayOn(date);
    if (names)
      return {
        kind: "holiday",
        hours: closed,
        ...(names.length > 0 && { name: [...new Set(names)].join(", ") }),
      };
    return week[weekday(date)] ?? { kind: "week", hours: closed };
  };
};

/** Wall-clock hours laid over each stretch of equal offset: gaps leave out, overlaps repeat, by construction. */
const openTimesOf = (zone: TimeZone, ruleOf: (date: number) => DayRule, index: number): OpenTimes => {
  const [starts, ends, before]: [number[], number[], number[]] = [[], [], []];
  let total = 0;
  const open = (start: number, end: number): void => {
    if (start >= end) return;
    if (ends.at(-1) === start) ends[ends.length - 1] = end;
    else {
      starts.push(start);
      ends.push(end);
      before.push(total);
    }
    total += end - start;
  };
  for (const { from, until, offset } of zone.pieces(index))
    for (let date = Math.floor((from + offset) / day); date * day < until + offset; date += 1)
      for (const [opens, closes] of ruleOf(date).hours)
        open(Math.max(date * day + opens - offset, from), Math.min(date * day + closes - offset, until));
  return { starts, ends, before, total };
};

/** A date counts when it has open time: not if the hours, or the whole date, were left out by the clocks. */
const isWorked = (zone: TimeZone, date: number, hours: Hours): boolean =>
  hours.some(([opens, closes]) => zone.instantOf(date * day + opens) < zone.instantOf(date * day + closes));

const daysOfLeapYear = 366;

/** Where the week has no hours, or every day is a holiday, only special days are left to be looked for. */
const boundsOf = ({ week, holidays, specialDays }: CalendarTerms): readonly [number, number] => {
  const yearly = new Set(holidays.map((holiday) => ("monthDay" in holiday ? holiday.monthDay : "")));
  yearly.delete("");
  const hasWeek = daysOfWeek.some((name) => (week[name] ?? []).length > 0);
  if (hasWeek && yearly.size < daysOfLeapYear) return [-Infinity, Infinity];
  const dates = Object.keys(specialDays).map(dateNumber);
  // A date lasts from 14 hours before to 12 hours after it in UTC: two days are ample.
  return [(Math.min(...dates) - 2) * day, (Math.max(...dates) + 3) * day];
};

const daysPerChunk = chunk / day;

/** The calendar of these terms, ready to be asked. */
export const compileCalendar = (terms: CalendarTerms): Calendar => {
  const zone = timeZone(terms.timeZone);
  const ruleOf = ruleReader(terms);
  return {
    zone,
    ruleOf,
    openTimes: perChunk((index) => openTimesOf(zone, ruleOf, index)),
    workingDates: perChunk((index) =>
      Array.from({ length: daysPerChunk }, (_, at) => index * daysPerChunk + at).filter((date) =>
        isWorked(zone, date, ruleOf(date).hours),
      ),
    ),
    bounds: boundsOf(terms),
  };
};

const allDay = [["00:00", "24:00"]] as const;

/** The calendar of those who have none: always open, dates as in UTC. */
export const aroundTheClock: Calendar = compileCalendar({
  timeZone: "UTC",
  week: Object.fromEntries(daysOfWeek.map((name) => [name, allDay])),
  holidays: [],
  specialDays: {},
});
