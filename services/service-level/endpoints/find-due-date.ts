import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { compileCalendar } from "../../../shared/time/compile-calendar.ts";
import { CalendarId, effectiveTerms } from "../calendar.ts";
import { DueDate, DueDateQuestion, dueDateOf } from "../due-date.ts";
import type { ServiceLevelContext } from "../table.ts";

export const findDueDate = endpoint({
  id: "findDueDate",
  summary: "When a target would be due on a calendar, and why; for checking by hand",
  route: "POST /calendars/{calendarId}/due-date",
  permission: "service-level:read",
  params: z.object({ calendarId: CalendarId }),
  body: DueDateQuestion,
  reply: DueDate,
  safe: true,
  refusals: ["not_found"],
  handle: async ({ params, body }, { calendars }: ServiceLevelContext) =>
    dueDateOf(compileCalendar(effectiveTerms(await calendars.get(params.calendarId))), body),
});
