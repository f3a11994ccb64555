import * as z from "zod";
import { refusalIn } from "../../../shared/domain/refusal-in.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { holidayListUpkeep } from "../decisions/holiday-list.ts";
import { HolidayList, HolidayListId } from "../holiday-list.ts";
import { mustBeUnused } from "../named.ts";
import type { ServiceLevelContext } from "../table.ts";

export const retireHolidayList = endpoint({
  id: "retireHolidayList",
  summary: "No calendar may take the list any more; refused while one uses it",
  route: "POST /holiday-lists/{holidayListId}/retire",
  permission: "service-level:administer",
  params: z.object({ holidayListId: HolidayListId }),
  body: z.strictObject({}),
  reply: HolidayList,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
  handle: async ({ params, ifMatch }, context: ServiceLevelContext) => {
    const refused = await refusalIn(mustBeUnused(params.holidayListId, context.calendars));
    return context.holidayLists.update(params.holidayListId, ifMatch, (holidayList) => {
      if (refused) throw refused;
      return holidayListUpkeep.retire(holidayList);
    });
  },
});
