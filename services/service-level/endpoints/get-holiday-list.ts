import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HolidayList, HolidayListId } from "../holiday-list.ts";
import type { ServiceLevelContext } from "../table.ts";

export const getHolidayList = endpoint({
  id: "getHolidayList",
  summary: "Read a holiday list; its ETag is its version",
  route: "GET /holiday-lists/{holidayListId}",
  permission: "service-level:read",
  params: z.object({ holidayListId: HolidayListId }),
  reply: HolidayList,
  refusals: ["not_found"],
  handle: ({ params }, { holidayLists }: ServiceLevelContext) => holidayLists.get(params.holidayListId),
});
