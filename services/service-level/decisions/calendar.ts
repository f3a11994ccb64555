import { isSame } from "../../../shared/domain/is-same.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Tell } from "../../../shared/kept/kept.ts";
import { type Calendar, effectiveTerms } from "../calendar.ts";
import { CalendarChanged } from "../events.ts";
import type { Holidays } from "../holiday-list.ts";

export const tellOfCalendar: Tell<Calendar> = (after, changes) => {
  const { id, name, state, holidayListIds } = after;
  const terms = effectiveTerms(after);
  return occurred(
    CalendarChanged,
    { calendar: { id, name, retired: state === "retired", holidayListIds, terms } },
    changes,
  );
};

/** What its lists say now is news to a calendar or is not. */
export const refresh = (calendar: Calendar, listedHolidays: Holidays): Decision<Calendar> =>
  isSame(calendar.listedHolidays, listedHolidays)
    ? []
    : [tellOfCalendar({ ...calendar, listedHolidays }, { listedHolidays })];
