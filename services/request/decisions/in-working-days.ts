import { CalendarTerms } from "../../../shared/time/calendar.ts";
import { type Calendar, compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { addWorkingDays } from "../../../shared/time/working-days.ts";

const allDay = [["00:00", "24:00"]];
const weekdays = compileCalendar(
  CalendarTerms.parse({
    timeZone: "UTC",
    week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay },
  }),
);

/** So many working days after a moment (ISO 8601 UTC), Monday to Friday unless given; nothing where that is never. */
export const inWorkingDays = (
  days: number | undefined,
  now: string,
  calendar: Calendar = weekdays,
): string | undefined => {
  const at = days === undefined ? undefined : addWorkingDays(calendar, Date.parse(now), days);
  return at === undefined ? undefined : new Date(at).toISOString();
};
