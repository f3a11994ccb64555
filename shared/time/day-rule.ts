import { day } from "./time-zone.ts";

/**
 * The part of a recurrence rule (RRULE, RFC 5545 section 3.3.10) that says days. Days are asked one by one whether
 * they belong to it, so a rule that never comes true costs no more than any other.
 */
export type DayRule = {
  readonly frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  /** Last day, counted from 1970 on the wall. */
  readonly until: number | undefined;
  readonly weekdays: readonly { readonly weekday: number; readonly nth: number | undefined }[];
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  /** Which of a month's days count, from 1, or from -1 backwards; empty: all. */
  readonly positions: readonly number[];
  /** 0 is Monday. */
  readonly weekStart: number;
};

const weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const;
const parts = ["FREQ", "INTERVAL", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"];

const numbers = (text: string | undefined, least: number, most: number): number[] | undefined => {
  const all = text === undefined ? [] : text.split(",").map(Number);
  return all.every((n) => Number.isInteger(n) && n !== 0 && n >= least && n <= most) ? all : undefined;
};

const weekdaysOf = (text: string | undefined): DayRule["weekdays"] | undefined => {
  const all = (text === undefined ? [] : text.split(",")).map((each) => {
    const [, nth, name = ""] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(each) ?? [];
    return { weekday: weekdayNames.indexOf(name), nth: nth === undefined ? undefined : Number(nth) };
  });
  return all.every(({ weekday }) => weekday >= 0) ? all : undefined;
};

const untilOf = (text: string | undefined): number | undefined => {
  const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z?)?$/.exec(text ?? "") ?? [];
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(date)) / day;
};

/** Reads a rule; `undefined` where it is none, or says what is not counted in days (`COUNT`, hours, weeks of a year). */
export const parseDayRule = (text: string): DayRule | undefined => {
  const pairs = text.split(";").map((part) => part.split("="));
  const said = new Map(pairs.map(([name = "", value = ""]) => [name, value]));
  if (pairs.some((pair) => pair.length !== 2) || said.size !== pairs.length) return undefined;
  if ([...said.keys()].some((name) => !parts.includes(name))) return undefined;
  const frequency = frequencies.find((each) => each === said.get("FREQ"));
  const weekdays = weekdaysOf(said.get("BYDAY"));
  const months = numbers(said.get("BYMONTH"), 1, 12);
  const monthDays = numbers(said.get("BYMONTHDAY"), -31, 31);
  const positions = numbers(said.get("BYSETPOS"), -31, 31);
  const [interval = 1] = numbers(said.get("INTERVAL"), 1, 1000) ?? [0];
  const until = untilOf(said.get("UNTIL"));
  const weekStart = weekdayNames.indexOf(said.get("WKST") ?? "MO");
  if (!frequency || !weekdays || !months || !monthDays || !positions || interval < 1 || weekStart < 0)
    return undefined;
  if (said.has("UNTIL") && until === undefined) return undefined;
  const isByMonth = frequency === "MONTHLY" || frequency === "YEARLY";
  if (!isByMonth && weekdays.some(({ nth }) => nth !== undefined)) return undefined;
  if (frequency === "WEEKLY" && monthDays.length > 0) return undefined;
  if (positions.length > 0 && frequency !== "MONTHLY") return undefined;
  return { frequency, interval, until, weekdays, months, monthDays, positions, weekStart };
};

/** A day as a calendar names it; `at` counts from 1970. */
const named = (at: number) => {
  const date = new Date(at * day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const lengthOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  // 1 January 1970 was a Thursday.
  return { at, year, month, date: date.getUTCDate(), weekday: (((at + 3) % 7) + 7) % 7, lengthOfMonth };
};
type Named = ReturnType<typeof named>;

const isNth = (nth: number, place: number, length: number): boolean =>
  nth > 0 ? Math.ceil(place / 7) === nth : Math.ceil((length - place + 1) / 7) === -nth;

const isWeekday = ({ weekdays, frequency, months }: DayRule, on: Named): boolean =>
  weekdays.some(({ weekday, nth }) => {
    if (weekday !== on.weekday) return false;
    if (nth === undefined) return true;
    if (frequency === "MONTHLY" || months.length > 0) return isNth(nth, on.date, on.lengthOfMonth);
    const first = Date.UTC(on.year, 0, 1) / day;
    return isNth(nth, on.at - first + 1, Date.UTC(on.year + 1, 0, 1) / day - first);
  });

/** Whether a day is one that the rule names within its period; what it does not say, the first day says. */
const isNamed = (rule: DayRule, on: Named, first: Named): boolean => {
  const { frequency, weekdays, months, monthDays } = rule;
  if (months.length > 0 && !months.includes(on.month)) return false;
  const isDay = monthDays.includes(on.date) || monthDays.includes(on.date - on.lengthOfMonth - 1);
  if (monthDays.length > 0 && !isDay) return false;
  if (weekdays.length > 0) return isWeekday(rule, on);
  if (monthDays.length > 0 || frequency === "DAILY") return true;
  if (frequency === "WEEKLY") return on.weekday === first.weekday;
  return on.date === first.date && (frequency === "MONTHLY" || months.length > 0 || on.month === first.month);
};

const periodsBetween = ({ frequency, weekStart }: DayRule, first: Named, on: Named): number => {
  if (frequency === "DAILY") return on.at - first.at;
  const week = ({ at, weekday }: Named) => (at - ((weekday - weekStart + 7) % 7)) / 7;
  if (frequency === "WEEKLY") return Math.round(week(on) - week(first));
  const months = (on.year - first.year) * 12 + on.month - first.month;
  return frequency === "MONTHLY" ? months : on.year - first.year;
};

const isAtPosition = (rule: DayRule, on: Named, first: Named): boolean => {
  if (rule.positions.length === 0) return true;
  const all = Array.from({ length: on.lengthOfMonth }, (_, i) => on.at - on.date + 1 + i)
    .map(named)
    .filter((each) => isNamed(rule, each, first));
  const place = all.findIndex(({ at }) => at === on.at);
  return rule.positions.includes(place + 1) || rule.positions.includes(place - all.length);
};

/** Whether something that began on the day `first` comes again on the day `at`; both count from 1970. */
export const comesOn = (rule: DayRule, firstDay: number, at: number): boolean => {
  if (at < firstDay || (rule.until !== undefined && at > rule.until)) return false;
  const [first, on] = [named(firstDay), named(at)];
  if (periodsBetween(rule, first, on) % rule.interval !== 0) return false;
  return isNamed(rule, on, first) && isAtPosition(rule, on, first);
};
