import { type DaysOf, parseDays } from "./cron-days.ts";
import { fieldShapes, parseField } from "./cron-field.ts";
import { ScheduleError } from "./schedule-error.ts";

/** A cron expression ready to be asked. */
export type Cron = {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly daysOf: DaysOf;
  readonly months: readonly number[];
  readonly years: readonly number[];
};

/** Reads the six fields between the parentheses of `cron(...)`. */
export const parseCron = (text: string): Cron => {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 6) throw new ScheduleError(`cron needs 6 fields, not ${fields.length}`);
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = fields;
  return {
    minutes: parseField(minute, fieldShapes.minute),
    hours: parseField(hour, fieldShapes.hour),
    daysOf: parseDays(dayOfMonth, dayOfWeek),
    months: parseField(month, fieldShapes.month),
    years: parseField(year, fieldShapes.year),
  };
};

/** Days (midnight of the wall clock, as if UTC) from the day of `wall` on. */
function* daysFrom(cron: Cron, wall: number): Generator<number> {
  const start = new Date(wall);
  const today = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
  for (const year of cron.years) {
    if (year < start.getUTCFullYear()) continue;
    for (const month of cron.months)
      for (const day of cron.daysOf(year, month)) {
        const midnight = Date.UTC(year, month - 1, day);
        if (midnight >= today) yield midnight;
      }
  }
}

/** Wall times at which the expression fires, ascending, strictly after `wall`. */
export function* wallTimesAfter(cron: Cron, wall: number): Generator<number> {
  for (const midnight of daysFrom(cron, wall))
    for (const hour of cron.hours)
      for (const minute of cron.minutes) {
        const time = midnight + (hour * 60 + minute) * 60_000;
        if (time > wall) yield time;
      }
}
