import type { CalendarTerms } from "../../../../shared/time/calendar.ts";

const minute = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
};

/** What the terms say of one instant, read off the clock on the wall, with nothing computed or remembered. */
const isOpenByTheWall = (terms: CalendarTerms, instant: number): boolean => {
  const parts = formatOf(terms.timeZone).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  const monthDay = `${part("month")}-${part("day")}`;
  const date = `${part("year")}-${monthDay}`;
  const isHoliday = terms.holidays.some((one) =>
    "date" in one ? one.date === date : one.monthDay === monthDay,
  );
  const weekday = part("weekday").replace(".", "").toLowerCase() as keyof CalendarTerms["week"];
  const windows = terms.specialDays[date] ?? (isHoliday ? [] : (terms.week[weekday] ?? []));
  const timeOfDay = `${part("hour")}:${part("minute")}`;
  return windows.some(([opens, closes]) => opens <= timeOfDay && timeOfDay < closes);
};

/** Minute by minute, whether it is open: for zones that are whole minutes away from UTC. */
export const openMinutes = (terms: CalendarTerms, from: number, minutes: number): readonly boolean[] =>
  Array.from({ length: minutes }, (_, at) => isOpenByTheWall(terms, from + at * minute));
