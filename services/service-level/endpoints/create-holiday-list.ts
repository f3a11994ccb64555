import { endpoint } from "../../../shared/http/endpoint.ts";
import { holidayListUpkeep } from "../decisions/holiday-list.ts";
import { HolidayList, HolidayListFields } from "../holiday-list.ts";
import type { ServiceLevelContext } from "../table.ts";

export const createHolidayList = endpoint({
  id: "createHolidayList",
  summary: "Name closed days that several calendars share, such as a country's",
  route: "POST /holiday-lists",
  permission: "service-level:administer",
  body: HolidayListFields,
  reply: HolidayList,
  status: 201,
  refusals: [],
  handle: ({ body }, { holidayLists }: ServiceLevelContext) =>
    holidayLists.create((id) => holidayListUpkeep.create(id, body)),
});
