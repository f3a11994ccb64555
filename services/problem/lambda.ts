import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { incidentProjection } from "./incident-projection.ts";
import { problemService } from "./service.ts";
import { type ProblemSettings, settingsId } from "./settings.ts";
import { candidateRecords, settingsRecords } from "./table.ts";

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const settingsFor = cachedFor<ProblemSettings>(5000);

export const { api, consumer } = createFunctions(problemService, (scope) => {
  const settingsRecord = createRecords(settingsRecords, scope);
  return {
    candidates: createRecords(candidateRecords, scope),
    incidents: createProjections(incidentProjection, scope),
    settingsRecord,
    settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
    now: () => scope.clock.now().toISOString(),
  };
});
