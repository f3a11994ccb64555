import { type CalendarTerms, CalendarTerms as Terms } from "../../shared/time/calendar.ts";
import { aroundTheClock, type Calendar, compileCalendar } from "../../shared/time/compile-calendar.ts";

type Windows = readonly (readonly [string, string])[];
type ByDate = Readonly<Record<string, Windows>>;

/** A calendar as the cases write it. Times of day are on the wall of `time_zone`. */
export type CalendarForm = {
  readonly time_zone: string;
  readonly week: Readonly<Record<string, Windows>>;
  readonly holidays?: readonly string[];
  /** Hours of a date instead of the week's. */
  readonly special_days?: ByDate;
  /** The same, but a holiday beats them. */
  readonly shifts?: ByDate;
  /** Taken out of a date's hours. */
  readonly breaks?: ByDate;
  readonly holiday_periods?: readonly {
    readonly begin: string;
    readonly end: string;
    readonly perpetual: boolean;
    readonly name?: string;
  }[];
};

/** What a case needs to know of its calendar besides the compiled one. */
export type CaseCalendar = {
  readonly calendar: Calendar;
  /** The same without special days: on a holiday it is one, whatever its hours. */
  readonly holidays: () => Calendar;
  readonly breaks: ByDate;
};

const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const dayMs = 86_400_000;
const dateText = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const datesOf = (begin: string, end: string): readonly string[] => {
  const [first, last] = [Date.parse(begin), Date.parse(end)];
  return Array.from({ length: Math.round((last - first) / dayMs) + 1 }, (_, at) =>
    dateText(first + at * dayMs),
  );
};

const holidaysOf = (form: CalendarForm): CalendarTerms["holidays"] => {
  const once = (form.holidays ?? []).map((date) => ({ date }));
  const periods = (form.holiday_periods ?? []).flatMap(({ begin, end, perpetual, name }) =>
    datesOf(begin, end).map((date) => ({
      ...(perpetual ? { monthDay: date.slice(5) } : { date }),
      ...(name !== undefined && { name }),
    })),
  );
  return [...once, ...periods] as CalendarTerms["holidays"];
};

const without = (windows: Windows, [from, to]: readonly [string, string]): Windows =>
  windows.flatMap(([opens, closes]): Windows => {
    const left: Windows = opens < from ? [[opens, from < closes ? from : closes]] : [];
    const right: Windows = to < closes ? [[to > opens ? to : opens, closes]] : [];
    return from >= closes || to <= opens ? [[opens, closes]] : [...left, ...right];
  });

const specialDaysOf = (form: CalendarForm): ByDate => {
  const { shifts = {}, breaks = {}, special_days = {}, holiday_periods = [], holidays = [] } = form;
  const yearly = new Set(
    holiday_periods
      .filter((one) => one.perpetual)
      .flatMap((one) => datesOf(one.begin, one.end).map((date) => date.slice(5))),
  );
  const once = new Set([
    ...holidays,
    ...holiday_periods.filter((one) => !one.perpetual).flatMap((one) => datesOf(one.begin, one.end)),
  ]);
  const isHoliday = (date: string): boolean => once.has(date) || yearly.has(date.slice(5));
  const changed = [...Object.keys(shifts), ...Object.keys(breaks)].filter(
    (date) => !isHoliday(date) || special_days[date],
  );
  const hours = (date: string): Windows =>
    special_days[date] ?? shifts[date] ?? form.week[days[new Date(date).getUTCDay()] as string] ?? [];
  return {
    ...special_days,
    ...Object.fromEntries(changed.map((date) => [date, (breaks[date] ?? []).reduce(without, hours(date))])),
  };
};

const compile = (form: CalendarForm): CaseCalendar => {
  // Some cases say "UTC (local wall time)".
  const timeZone = form.time_zone.split(" ", 1)[0] as string;
  const terms = Terms.parse({
    timeZone,
    week: form.week,
    holidays: holidaysOf(form),
    specialDays: specialDaysOf(form),
  });
  return {
    calendar: compileCalendar(terms),
    holidays: () => compileCalendar({ ...terms, specialDays: {} }),
    breaks: form.breaks ?? {},
  };
};

const always: CaseCalendar = { calendar: aroundTheClock, holidays: () => aroundTheClock, breaks: {} };
/** Enough for the calendars of one company; the garbage collector walks whatever is kept. */
const most = 1000;
const kept = new Map<string, CaseCalendar>();

/** The calendar of a case, ready to be asked; none at all is open around the clock. The same one is kept. */
export const calendarOf = (form: CalendarForm | null | undefined): CaseCalendar => {
  if (!form) return always;
  const text = JSON.stringify(form);
  const known = kept.get(text);
  if (known) return known;
  const compiled = compile(form);
  if (kept.size >= most) kept.clear();
  kept.set(text, compiled);
  return compiled;
};
