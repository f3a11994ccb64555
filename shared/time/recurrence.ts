import * as z from "zod";
import { comesOn, parseDayRule } from "./day-rule.ts";
import { day, timeZone } from "./time-zone.ts";
import type { Window } from "./windows.ts";

const minute = 60_000;

/** Whether this is the name of a time zone. */
export const isZone = (name: string): boolean => {
  try {
    return timeZone(name) !== undefined;
  } catch {
    return false;
  }
};

/**
 * Something that comes again: a rule of RFC 5545 (iCalendar), counted by the clock on the wall of a time zone, so
 * that eight in the evening stays eight in the evening when the clocks change.
 */
export const Recurrence = z.strictObject({
  rule: z
    .string()
    .max(200)
    .refine(
      (text) => parseDayRule(text) !== undefined,
      "A rule such as `FREQ=MONTHLY;BYDAY=2TU`, without COUNT",
    )
    .describe("RRULE (RFC 5545) by days"),
  start: z
    .string()
    .regex(
      /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/,
      "Such as `2027-01-01T20:00`",
    )
    .describe("The day from which on it comes and its time of day, by the clock on the wall"),
  timeZone: z.string().max(60).refine(isZone, "A time zone such as `Europe/Oslo`"),
  durationMinutes: z.number().int().min(1).max(44_640),
});
export type Recurrence = z.infer<typeof Recurrence>;

/**
 * The times that touch the stretch between two instants (epoch ms), in order; it is asked about day by day. One
 * that begins in an hour that the night leaves out begins when the clocks have moved.
 */
export const occurrencesBetween = (
  { rule, start, timeZone: name, durationMinutes }: Recurrence,
  from: number,
  to: number,
): readonly Window[] => {
  const parsed = parseDayRule(rule);
  if (parsed === undefined) return [];
  const zone = timeZone(name);
  const length = durationMinutes * minute;
  const begin = Date.parse(`${start}:00Z`);
  const [firstDay, timeOfDay] = [Math.floor(begin / day), begin % day];
  const wallDay = (instant: number) => Math.floor((instant + zone.offsetAt(instant)) / day);
  const found: Window[] = [];
  for (let at = Math.max(firstDay, wallDay(from - length) - 1); at <= wallDay(to) + 1; at++) {
    if (!comesOn(parsed, firstDay, at)) continue;
    const begins = zone.instantOf(at * day + timeOfDay);
    if (begins < to && begins + length > from) found.push({ from: begins, until: begins + length });
  }
  return found;
};
