import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../shared/http/history-item.ts";
import { HolidayListId } from "../holiday-list.ts";
import type { ServiceLevelContext } from "../table.ts";

export const listHolidayListHistory = endpoint({
  id: "listHolidayListHistory",
  summary: "What a holiday list said before and says after each change",
  route: "GET /holiday-lists/{holidayListId}/history",
  permission: "service-level:read",
  params: z.object({ holidayListId: HolidayListId }),
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params, query }, { holidayLists }: ServiceLevelContext) =>
    holidayLists.history(params.holidayListId, query),
});
