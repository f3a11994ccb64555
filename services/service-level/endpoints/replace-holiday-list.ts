import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { holidayListUpkeep } from "../decisions/holiday-list.ts";
import { HolidayList, HolidayListFields, HolidayListId } from "../holiday-list.ts";
import type { ServiceLevelContext } from "../table.ts";

export const replaceHolidayList = endpoint({
  id: "replaceHolidayList",
  summary: "Say anew which days are closed; the calendars that use the list follow",
  route: "PUT /holiday-lists/{holidayListId}",
  permission: "service-level:administer",
  params: z.object({ holidayListId: HolidayListId }),
  body: HolidayListFields,
  reply: HolidayList,
  needsVersion: true,
  refusals: ["not_found", "illegal_transition"],
  handle: ({ params, body, ifMatch }, { holidayLists }: ServiceLevelContext) =>
    holidayLists.update(params.holidayListId, ifMatch, (list) => holidayListUpkeep.replace(list, body)),
});
