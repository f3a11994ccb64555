import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { incidentService } from "./service.ts";
import { type Settings, settingsId } from "./settings.ts";
import { incidentRecords, settingsRecords } from "./table.ts";

/** Short enough that an administrator sees a changed rule work at once, long enough to spare nearly every read. */
const settingsFor = cachedFor<Settings>(5000);

export const { api, consumer, timer } = createFunctions(incidentService, (scope) => {
  const settingsRecord = createRecords(settingsRecords, scope);
  return {
    incidents: createRecords(incidentRecords, scope),
    settingsRecord,
    settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
    now: () => scope.clock.now().toISOString(),
  };
});
