import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { CalendarTerms } from "../../shared/time/calendar.ts";
import { HolidayListId, Holidays } from "./holiday-list.ts";

export const CalendarId = z.string().regex(/^CAL\d{7,12}$/, "A calendar number such as CAL0000001");

const terms = CalendarTerms.unwrap().shape;
/** Its own and those of its lists (each at most 200) are together no more than a calendar takes. */
const most = { ownHolidays: 200, lists: 4 };

const fields = {
  name: ShortText,
  description: z.string().trim().min(1).max(2000).optional(),
  ...terms,
  holidays: Holidays.unwrap().max(most.ownHolidays).readonly().default([]).describe("Its own closed days"),
  holidayListIds: z
    .array(HolidayListId)
    .max(most.lists)
    .refine((ids) => new Set(ids).size === ids.length, "Each list once")
    .default([])
    .describe("Lists of closed days it shares with other calendars"),
};

/** What an administrator says of a calendar. */
export const CalendarFields = z.strictObject(fields).refine(fitsBytes(40_000), "At most 40 kB in all");
export type CalendarFields = z.infer<typeof CalendarFields>;

/** When a company, a site or a team works: opening hours in a time zone, and the days without any. */
export const Calendar = z
  .object({
    id: CalendarId,
    ...keptFields,
    ...fields,
    holidays: Holidays,
    holidayListIds: z.array(HolidayListId),
    specialDays: terms.specialDays.unwrap(),
    listedHolidays: Holidays.describe("Closed days its lists bring in"),
  })
  .meta({ id: "Calendar" });
export type Calendar = z.infer<typeof Calendar> & RecordBase;

/** What counts: the calendar with the closed days of its lists. */
export const effectiveTerms = ({
  timeZone,
  week,
  holidays,
  listedHolidays,
  specialDays,
}: Pick<Calendar, "timeZone" | "week" | "holidays" | "listedHolidays" | "specialDays">): CalendarTerms => ({
  timeZone,
  week,
  holidays: [...holidays, ...listedHolidays],
  specialDays,
});
