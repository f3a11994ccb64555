/** The last day of so many months from a date on: of one month from 31 January it is 27 or 28 February. */
export const lastDayOfMonths = (from: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const daysIn = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  // Date.UTC takes years before 100 for those of the last century.
  target.setUTCFullYear(year + Math.floor((month - 1 + months) / 12));
  target.setUTCDate(Math.min(day, daysIn));
  return new Date(target.getTime() - 24 * 3_600_000).toISOString().slice(0, 10);
};

/** The day after a date. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
