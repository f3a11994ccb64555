import { CalendarTerms } from "../../../../shared/time/calendar.ts";
import { type Calendar, compileCalendar } from "../../../../shared/time/compile-calendar.ts";

const daily = (windows: readonly (readonly string[])[], days: readonly string[]): object =>
  Object.fromEntries(days.map((day) => [day, windows]));
const weekdays = ["mon", "tue", "wed", "thu", "fri"];
const all = [...weekdays, "sat", "sun"];

/** Monday to Friday 09:00 to 17:00, unless said otherwise. */
export const office = (timeZone: string, change: object = {}): Calendar =>
  compileCalendar(CalendarTerms.parse({ timeZone, week: daily([["09:00", "17:00"]], weekdays), ...change }));

/** The same hours on each of the seven days. */
export const everyDay = (
  timeZone: string,
  windows: readonly (readonly string[])[],
  change: object = {},
): Calendar => compileCalendar(CalendarTerms.parse({ timeZone, week: daily(windows, all), ...change }));

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

export const at = (text: string): number => Date.parse(text);

/** Without seconds where there are none. */
export const text = (instant: number | undefined): string | undefined =>
  instant === undefined ? undefined : new Date(instant).toISOString().replace(/(:00)?\.000Z$/, "Z");
