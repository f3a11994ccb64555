import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ShortText } from "../../shared/domain/texts.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { keptFields } from "../../shared/kept/kept.ts";
import { CalendarTerms } from "../../shared/time/calendar.ts";

export const HolidayListId = z.string().regex(/^HOL\d{7,12}$/, "A holiday list number such as HOL0000001");

/** As a business calendar takes them: `{ date }` once or `{ monthDay }` yearly, each with a name. */
export const Holidays = CalendarTerms.unwrap().shape.holidays.unwrap();
export type Holidays = z.infer<typeof Holidays>;

/** Closed days that several calendars have in common, such as a country's. */
export const HolidayListFields = z.strictObject({
  name: ShortText,
  holidays: Holidays.unwrap().max(200).readonly().refine(fitsBytes(15_000), "At most 15 kB"),
});
export type HolidayListFields = z.infer<typeof HolidayListFields>;

export const HolidayList = z
  .object({
    id: HolidayListId,
    ...keptFields,
    ...HolidayListFields.shape,
  })
  .meta({ id: "HolidayList" });
export type HolidayList = z.infer<typeof HolidayList> & RecordBase;
