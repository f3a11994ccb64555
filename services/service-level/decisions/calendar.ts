import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import { type Calendar, type CalendarFields, effectiveTerms } from "../calendar.ts";
import { CalendarChanged } from "../events.ts";
import type { Holidays } from "../holiday-list.ts";
import { upkeepOf } from "./upkeep.ts";

const tell = (after: Calendar, changes: Partial<Calendar>): Occurrence<Calendar> => {
  const { id, name, state, holidayListIds } = after;
  const terms = effectiveTerms(after);
  return occurred(
    CalendarChanged,
    { calendar: { id, name, retired: state === "retired", holidayListIds, terms } },
    changes,
  );
};

export const calendarUpkeep = upkeepOf(tell);

/** All that a calendar shall be, with the closed days its lists bring in now. */
export const calendarOf = (fields: CalendarFields, listedHolidays: Holidays) => ({
  description: undefined,
  ...fields,
  listedHolidays,
});

/** What its lists say now is news to a calendar or is not. */
export const refresh = (calendar: Calendar, listedHolidays: Holidays): Decision<Calendar> =>
  JSON.stringify(calendar.listedHolidays) === JSON.stringify(listedHolidays)
    ? []
    : [tell({ ...calendar, listedHolidays }, { listedHolidays })];
