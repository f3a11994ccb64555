import type { CalendarTerms } from "../../../shared/time/calendar.ts";

const day = 86_400_000;
const minute = 60_000;
const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

const timeOfDay = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * minute;

const offsetReader = (timeZone: string): ((instant: number) => number) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const [month = 1, date = 1, year = 0, hour = 0, minutes = 0, seconds = 0] = format
      .format(instant)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, date, hour, minutes, seconds) - Math.floor(instant / 1000) * 1000;
  };
};

type Span = { readonly from: number; readonly to: number };

/**
 * What one writes first: go through the days, find each window's edges by asking `Intl` for the zone's offset,
 * and take off what was paused. Here it is what the calendars are compared with; it does not remember anything.
 */
export const dueByIntlPerDay = (
  terms: CalendarTerms,
  start: number,
  ms: number,
  paused: readonly Span[],
): number => {
  const offsetAt = offsetReader(terms.timeZone);
  const instantOf = (wall: number): number => wall - offsetAt(wall - offsetAt(wall));
  const isHoliday = (date: string): boolean =>
    terms.holidays.some((one) => ("date" in one ? one.date === date : date.endsWith(one.monthDay)));
  let left = ms;
  for (let date = Math.floor((start + offsetAt(start)) / day); ; date += 1) {
    const asDate = new Date(date * day);
    const hours = terms.week[names[asDate.getUTCDay()] ?? "sun"];
    if (!hours || isHoliday(asDate.toISOString().slice(0, 10))) continue;
    for (const [opens, closes] of hours) {
      let from = Math.max(start, instantOf(date * day + timeOfDay(opens)));
      const to = instantOf(date * day + timeOfDay(closes));
      for (const pause of paused.filter((each) => each.from < to && each.to > from)) {
        const run = Math.max(0, pause.from - from);
        if (run >= left) return from + left;
        left -= run;
        from = Math.min(to, pause.to);
      }
      if (to <= from) continue;
      if (to - from >= left) return from + left;
      left -= to - from;
    }
  }
};
