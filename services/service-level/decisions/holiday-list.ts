import { occurred } from "../../../shared/dynamo/record.ts";
import { HolidayListChanged } from "../events.ts";
import type { HolidayList } from "../holiday-list.ts";
import { upkeepOf } from "./upkeep.ts";

export const holidayListUpkeep = upkeepOf<HolidayList>(({ id, name, state }, changes) =>
  occurred(HolidayListChanged, { holidayList: { id, name, retired: state === "retired" } }, changes),
);
