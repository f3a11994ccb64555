import { daysBefore } from "./periods.ts";

/** Ages of open work in days, by the day on which it was opened; the last has no end. */
const bounds = [0, 1, 3, 7, 30, 90] as const;

/** Work that was opened on these days; `from` is absent for the oldest. */
export type Age = { readonly name: string; readonly from: string | undefined; readonly to: string };

const nameOf = (first: number, next: number | undefined): string => {
  if (next === undefined) return `${first}+`;
  return next === first + 1 ? String(first) : `${first}-${next - 1}`;
};

/** The ages there are on a day (ISO 8601): opened today, one or two days ago, ... */
export const agesOn = (today: string): readonly Age[] =>
  bounds.map((first, at) => {
    const next = bounds[at + 1];
    return {
      name: nameOf(first, next),
      from: next === undefined ? undefined : daysBefore(today, next - 1),
      // What is opened tomorrow, by a clock that is ahead, is new, too.
      to: first === 0 ? "9999-12-31" : daysBefore(today, first),
    };
  });
