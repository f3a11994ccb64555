import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Calendar, CalendarFields, CalendarId } from "../calendar.ts";
import { calendarOf, calendarUpkeep } from "../decisions/calendar.ts";
import { listedHolidays } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const replaceCalendar = endpoint({
  id: "replaceCalendar",
  summary: "Say anew when work is done; clocks that run on the calendar follow",
  route: "PUT /calendars/{calendarId}",
  permission: "service-level:administer",
  params: z.object({ calendarId: CalendarId }),
  body: CalendarFields,
  reply: Calendar,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition", "rule_violation"],
  handle: async ({ params, body, ifMatch }, context: ServiceLevelContext) => {
    await context.calendars.get(params.calendarId);
    const wanted = calendarOf(body, await listedHolidays(body.holidayListIds, context));
    return context.calendars.update(params.calendarId, ifMatch, (calendar) =>
      calendarUpkeep.replace(calendar, wanted),
    );
  },
});
