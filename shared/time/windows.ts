import type { Calendar, DayRule } from "./compile-calendar.ts";
import { chunk, day } from "./time-zone.ts";

/** From `from` until `until` (excluded), in ms since 1970. */
export type Window = { readonly from: number; readonly until: number };

/**
 * Why it is closed: outside the hours of that day, a weekday without hours, a holiday (with its name, or the
 * names of all that fall on it), a day with hours of its own.
 */
export type Closed =
  | { readonly reason: "outside_hours" | "day_off" | "special_day" }
  | { readonly reason: "holiday"; readonly name?: string };

export type Stretch = (Window & { readonly open: true }) | (Window & { readonly open: false } & Closed);

/** The open stretches between two instants in order, as long as they last (over midnight too), one at a time. */
export function* windowsBetween(calendar: Calendar, from: number, to: number): Generator<Window> {
  let [start, end] = [from, from];
  const begin = Math.max(from, calendar.bounds[0]);
  const stop = Math.min(to, calendar.bounds[1]);
  for (let index = Math.floor(begin / chunk); index * chunk < stop; index += 1) {
    const { starts, ends } = calendar.openTimes(index);
    for (let at = 0; at < starts.length; at += 1) {
      const opens = Math.max(starts[at] as number, from);
      const closes = Math.min(ends[at] as number, to);
      if (opens >= closes) continue;
      if (opens !== end) {
        if (start < end) yield { from: start, until: end };
        start = opens;
      }
      end = closes;
    }
  }
  if (start < end) yield { from: start, until: end };
}

const closedBy = (rule: DayRule): Closed => {
  if (rule.kind === "holiday")
    return { reason: "holiday", ...(rule.name !== undefined && { name: rule.name }) };
  if (rule.kind === "special_day") return { reason: "special_day" };
  return { reason: rule.hours.length === 0 ? "day_off" : "outside_hours" };
};

const same = (one: Closed, other: Closed): boolean =>
  one.reason === other.reason && ("name" in one ? one.name : "") === ("name" in other ? other.name : "");

/** A closed stretch cut where the reason changes; dates are those of the calendar's zone. */
function* closedBetween({ zone, ruleOf }: Calendar, from: number, to: number): Generator<Stretch> {
  const dateAt = (instant: number): number => Math.floor((instant + zone.offsetAt(instant)) / day);
  let [start, closed] = [from, closedBy(ruleOf(dateAt(from)))];
  for (let date = dateAt(from) + 1; ; date += 1) {
    const midnight = zone.instantOf(date * day);
    if (midnight >= to) break;
    const next = closedBy(ruleOf(dateAt(midnight)));
    if (midnight <= start || same(closed, next)) continue;
    yield { from: start, until: midnight, open: false, ...closed };
    [start, closed] = [midnight, next];
  }
  yield { from: start, until: to, open: false, ...closed };
}

/** The time between two instants without gaps: open and closed stretches in turn, closed ones with the reason. */
export function* stretchesBetween(calendar: Calendar, from: number, to: number): Generator<Stretch> {
  let at = from;
  for (const window of windowsBetween(calendar, from, to)) {
    if (at < window.from) yield* closedBetween(calendar, at, window.from);
    yield { ...window, open: true };
    at = window.until;
  }
  if (at < to) yield* closedBetween(calendar, at, to);
}
