import * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import type { Days } from "../../shared/dynamo/measure-reads.ts";

/** How days are put together; days are those of UTC, weeks begin on Monday (ISO 8601). */
export const Per = z.enum(["day", "week", "month", "total"]);
export type Per = z.infer<typeof Per>;

const day = 24 * 3_600_000;
/** As many days as a question may be about: a year and a bit, so that it can be held against the year before. */
export const mostDays = 400;
/** As long ago as it may begin: three years. What lies behind counts in the backlog all the same. */
const farthest = 1100;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const daysBefore = (date: string, days: number): string => dayOf(Date.parse(date) - days * day);

/** The first day of the period that a day lies in; `total` has one, whose first day is the first asked for. */
export const periodOf = (date: string, per: Per, { from }: Days): string => {
  if (per === "total") return from;
  if (per === "month")
    return date.slice(0, 7) < from.slice(0, 7) ? from : later(`${date.slice(0, 7)}-01`, from);
  if (per === "day") return date;
  const sinceMonday = (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
  return later(daysBefore(date, sinceMonday), from);
};
const later = (a: string, b: string): string => (a > b ? a : b);

/** All periods of some days: each one's first and last day. The first and the last may be shorter. */
export const periodsIn = (days: Days, per: Per): readonly Days[] => {
  const periods: { from: string; to: string }[] = [];
  for (let at = Date.parse(days.from); at <= Date.parse(days.to); at += day) {
    const from = periodOf(dayOf(at), per, days);
    const last = periods.at(-1);
    if (last?.from === from) last.to = dayOf(at);
    else periods.push({ from, to: dayOf(at) });
  }
  return periods;
};

const wrong = (path: string, message: string) =>
  new Refusal("invalid_input", undefined, [{ path: `query.${path}`, message }]);

/** The days that are asked for; without any the last thirty. Refuses with `invalid_input` what is too much. */
export const daysAsked = (
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: string,
): Days => {
  const today = now.slice(0, 10);
  const to = asked.to ?? today;
  const from = asked.from ?? daysBefore(to, 29);
  if (from > to) throw wrong("from", "The first day comes after the last one");
  if (from < daysBefore(today, farthest)) throw wrong("from", `At most ${farthest} days ago`);
  if (Date.parse(to) - Date.parse(from) >= mostDays * day) throw wrong("to", `At most ${mostDays} days`);
  return { from, to };
};
