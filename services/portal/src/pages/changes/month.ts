const day = 24 * 3_600_000;

/** One day of the calendar, by the person's own clock. */
export type Day = { readonly key: string; readonly from: Date; readonly to: Date; readonly isOther: boolean };

/** Such as `2027-01-31`. */
export const keyOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0"))
    .join("-");

/** Such as `2027-01`. */
export const monthOf = (date: Date): string => keyOf(date).slice(0, 7);

const parsed = (month: string): Date => {
  const [year = 2026, number = 1] = month.split("-").map(Number);
  return new Date(year, number - 1, 1);
};

/** The month so many months away. */
export const monthAway = (month: string, months: number): string => {
  const first = parsed(month);
  return monthOf(new Date(first.getFullYear(), first.getMonth() + months, 1));
};

export const monthName = (month: string): string =>
  new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" }).format(parsed(month));

/** Whole weeks from Monday that hold a month. */
export const weeksOf = (month: string): readonly (readonly Day[])[] => {
  const first = parsed(month);
  const monday = 1 - ((first.getDay() + 6) % 7);
  const dayAt = (n: number): Day => {
    const from = new Date(first.getFullYear(), first.getMonth(), n);
    const to = new Date(first.getFullYear(), first.getMonth(), n + 1);
    return { key: keyOf(from), from, to, isOther: from.getMonth() !== first.getMonth() };
  };
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  const count = Math.ceil((last - monday + 1) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_unused, at) => dayAt(monday + week * 7 + at)),
  );
};

type Stretch = { readonly from: string; readonly to: string };

/** Whether a stretch of time touches a day. */
export const touches = ({ from, to }: Stretch, { from: begin, to: end }: Day): boolean =>
  Date.parse(from) < end.getTime() && Date.parse(to) > begin.getTime();

/** The weeks (their Mondays in UTC) in which the API files what touches these days: one more on each side. */
export const filedWeeks = (weeks: readonly (readonly Day[])[]): readonly string[] => {
  const first = weeks[0]?.[0]?.from ?? new Date();
  const monday = Date.UTC(first.getFullYear(), first.getMonth(), first.getDate());
  return Array.from({ length: weeks.length + 2 }, (_, at) =>
    new Date(monday + (at - 1) * 7 * day).toISOString().slice(0, 10),
  );
};
