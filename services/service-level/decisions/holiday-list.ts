import { occurred } from "../../../shared/dynamo/record.ts";
import type { Tell } from "../../../shared/kept/kept.ts";
import { HolidayListChanged } from "../events.ts";
import type { HolidayList } from "../holiday-list.ts";

export const tellOfHolidayList: Tell<HolidayList> = ({ id, name, state }, changes) =>
  occurred(HolidayListChanged, { holidayList: { id, name, retired: state === "retired" } }, changes);
