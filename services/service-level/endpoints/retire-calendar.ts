import * as z from "zod";
import { refusalIn } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Calendar, CalendarId } from "../calendar.ts";
import { calendarUpkeep } from "../decisions/calendar.ts";
import { mustBeUnused } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const retireCalendar = endpoint({
  id: "retireCalendar",
  summary: "No agreement may count on it any more; refused while an active one does",
  route: "POST /calendars/{calendarId}/retire",
  permission: "service-level:administer",
  params: z.object({ calendarId: CalendarId }),
  body: z.strictObject({}),
  reply: Calendar,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
  handle: async ({ params, ifMatch }, context: ServiceLevelContext) => {
    const refused = await refusalIn(mustBeUnused(params.calendarId, context.agreements));
    return context.calendars.update(params.calendarId, ifMatch, (calendar) => {
      if (refused) throw refused;
      return calendarUpkeep.retire(calendar);
    });
  },
});
