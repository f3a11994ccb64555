import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { holidayListUpkeep } from "../decisions/holiday-list.ts";
import { HolidayList, HolidayListId } from "../holiday-list.ts";
import type { ServiceLevelContext } from "../table.ts";

export const restoreHolidayList = endpoint({
  id: "restoreHolidayList",
  summary: "Calendars may take the list again",
  route: "POST /holiday-lists/{holidayListId}/restore",
  permission: "service-level:administer",
  params: z.object({ holidayListId: HolidayListId }),
  body: z.strictObject({}),
  reply: HolidayList,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params, ifMatch }, { holidayLists }: ServiceLevelContext) =>
    holidayLists.update(params.holidayListId, ifMatch, holidayListUpkeep.restore),
});
