import * as z from "zod";
import { timeZone } from "./time-zone.ts";

/** Real limits of one record: 400 kB hold them all with room to spare. */
const most = { windowsPerDay: 24, holidays: 1000, specialDays: 1000 };

/** An IANA name. "+02:00" is refused: an offset knows nothing of summer time. */
const isTimeZone = (name: string): boolean => {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return timeZone(name).name !== "";
  } catch {
    return false;
  }
};

const Opens = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time of day, 00:00 to 23:59");
const Closes = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "A time of day, 00:01 to 24:00");

/** Open from the first time of day until the second, by the clock on the wall of the calendar's zone. */
const Window = z
  .tuple([Opens, Closes])
  .refine(
    ([opens, closes]) => opens < closes,
    "Closes after it opens; past midnight is a second window, on the next day",
  )
  .readonly();

/** The windows of one day in their order; one may begin where the one before ends. */
const Windows = z
  .array(Window)
  .max(most.windowsPerDay)
  .refine(
    (windows) => windows.every(([opens], at) => at === 0 || (windows[at - 1]?.[1] ?? "") <= opens),
    "In order of time, without overlap",
  )
  .readonly();

/** "12-25", also "02-29" (which falls in leap years only). */
const MonthDay = z
  .string()
  .regex(/^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|[12]\d))$/);

const Name = z.string().trim().min(1).max(200);

const Holiday = z.union([
  z.strictObject({ date: z.iso.date().describe("Once"), name: Name.optional() }),
  z.strictObject({ monthDay: MonthDay.describe("Every year"), name: Name.optional() }),
]);

/**
 * When work is done: opening hours of a week in a time zone, the days on which nobody works, and the days with
 * hours of their own. Open is what the clock on the wall of that zone says; so an hour that a night in spring
 * leaves out counts nothing, and one that a night in autumn repeats counts twice.
 */
export const CalendarTerms = z
  .strictObject({
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, "Not a time zone of the IANA database")
      .describe("IANA name"),
    week: z
      .strictObject({
        mon: Windows.optional(),
        tue: Windows.optional(),
        wed: Windows.optional(),
        thu: Windows.optional(),
        fri: Windows.optional(),
        sat: Windows.optional(),
        sun: Windows.optional(),
      })
      .describe("Opening hours by day; a day that is left out is closed"),
    holidays: z
      .array(Holiday)
      .max(most.holidays)
      .readonly()
      .default([])
      .describe("Closed days, once or yearly; the same day may be named more than once"),
    specialDays: z
      .record(z.iso.date(), Windows)
      .refine((days) => Object.keys(days).length <= most.specialDays, `At most ${most.specialDays} days`)
      .default({})
      .describe("Hours of one date instead of the week's; they also beat a holiday; none: closed"),
  })
  .readonly();
export type CalendarTerms = z.infer<typeof CalendarTerms>;
