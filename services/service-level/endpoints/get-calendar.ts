import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Calendar, CalendarId } from "../calendar.ts";
import type { ServiceLevelContext } from "../table.ts";

export const getCalendar = endpoint({
  id: "getCalendar",
  summary: "Read a business calendar; its ETag is its version",
  route: "GET /calendars/{calendarId}",
  permission: "service-level:read",
  params: z.object({ calendarId: CalendarId }),
  reply: Calendar,
  refusals: ["not_found"],
  handle: ({ params }, { calendars }: ServiceLevelContext) => calendars.get(params.calendarId),
});
