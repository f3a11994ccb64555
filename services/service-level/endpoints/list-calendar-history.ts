import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { CalendarId } from "../calendar.ts";
import type { ServiceLevelContext } from "../table.ts";

export const listCalendarHistory = endpoint({
  id: "listCalendarHistory",
  summary: "What a business calendar said before and says after each change",
  route: "GET /calendars/{calendarId}/history",
  permission: "service-level:read",
  params: z.object({ calendarId: CalendarId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { calendars }: ServiceLevelContext) =>
    calendars.history(params.calendarId, query),
});
