import { createRecords } from "../../shared/dynamo/records.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { serviceLevelService } from "./service.ts";
import { agreementRecords, calendarRecords, holidayListRecords } from "./table.ts";

export const { api, consumer } = createFunctions(serviceLevelService, (scope) => ({
  calendars: createRecords(calendarRecords, scope),
  holidayLists: createRecords(holidayListRecords, scope),
  agreements: createRecords(agreementRecords, scope),
  now: () => scope.clock.now().toISOString(),
}));
