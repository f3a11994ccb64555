import { endpoint } from "../../../shared/http/endpoint.ts";
import { Calendar, CalendarFields } from "../calendar.ts";
import { calendarOf, calendarUpkeep } from "../decisions/calendar.ts";
import { listedHolidays } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const createCalendar = endpoint({
  id: "createCalendar",
  summary: "Say when a company, a site or a team works",
  route: "POST /calendars",
  permission: "service-level:administer",
  body: CalendarFields,
  reply: Calendar,
  status: 201,
  refusals: ["rule_violation"],
  handle: async ({ body }, context: ServiceLevelContext) => {
    const calendar = calendarOf(body, await listedHolidays(body.holidayListIds, context));
    return context.calendars.create((id) => calendarUpkeep.create(id, calendar));
  },
});
