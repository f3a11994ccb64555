import { type Day, keyOf } from "./month.ts";

const parsed = (key: string): Date => {
  const [year = 2026, month = 1, date = 1] = key.split("-").map(Number);
  return new Date(year, month - 1, date);
};

/** The Monday of a day's week, such as `2027-01-04`, by the person's own clock. */
export const weekOf = (date: Date): string =>
  keyOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - ((date.getDay() + 6) % 7)));

/** The week so many weeks away. */
export const weekAway = (week: string, weeks: number): string => {
  const monday = parsed(week);
  return keyOf(new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + 7 * weeks));
};

/** The seven days of the week that a day is in; a day on which clocks change is as long as it is. */
export const daysOf = (week: string): readonly Day[] => {
  const monday = parsed(weekOf(parsed(week)));
  return Array.from({ length: 7 }, (_, at) => {
    const from = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + at);
    const to = new Date(monday.getFullYear(), monday.getMonth(), monday.getDate() + at + 1);
    return { key: keyOf(from), from, to, isOther: false };
  });
};

/** 4 – 10 January 2027 */
export const weekName = (week: string): string => {
  const days = daysOf(week);
  const format = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
  const [first, last] = [days[0]?.from ?? new Date(), days[6]?.from ?? new Date()];
  return format.formatRange(first, last);
};

/** Mon 4 */
export const dayName = ({ from }: Day): string =>
  new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric" }).format(from);

/** Monday, 4 January 2027 */
export const longDayName = ({ from }: Day): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: "full" }).format(from);
