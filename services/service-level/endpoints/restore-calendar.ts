import * as z from "zod";
import { refusalIn } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Calendar, CalendarId } from "../calendar.ts";
import { calendarUpkeep } from "../decisions/calendar.ts";
import { mustHaveLists } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const restoreCalendar = endpoint({
  id: "restoreCalendar",
  summary: "Agreements may count on it again; refused while a holiday list of it is retired",
  route: "POST /calendars/{calendarId}/restore",
  permission: "service-level:administer",
  params: z.object({ calendarId: CalendarId }),
  body: z.strictObject({}),
  reply: Calendar,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
  handle: async ({ params, ifMatch }, context: ServiceLevelContext) => {
    const refused = await refusalIn(mustHaveLists(params.calendarId, context));
    return context.calendars.update(params.calendarId, ifMatch, (calendar) => {
      if (refused) throw refused;
      return calendarUpkeep.restore(calendar);
    });
  },
});
