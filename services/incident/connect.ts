import type { FileKeeping } from "../../shared/attachments/file-store.ts";
import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createFileChecks } from "../../shared/dynamo/file-checks.ts";
import { createJobs } from "../../shared/dynamo/jobs.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { withClocks } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import { createTermsReader, termsProjection } from "../../shared/targets/known-terms.ts";
import { createPractice } from "./practice.ts";
import { incidentClocks } from "./service-levels.ts";
import { type Settings, settingsId } from "./settings.ts";
import { type IncidentContext, incidentRecords, settingsRecords } from "./table.ts";

/** Short enough that an administrator sees a changed rule work at once, long enough to spare nearly every read. */
const keptMs = 5000;

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (kept: FileKeeping): ((scope: Scope) => IncidentContext) => {
  const settingsFor = cachedFor<Settings>(keptMs);
  const termsFor = cachedFor<Terms>(keptMs);
  const readTerms = createTermsReader();
  const practice = createPractice();
  return (scope) => {
    const now = scope.clock.now();
    const settingsRecord = createRecords(settingsRecords, scope);
    const settings = () => settingsFor(now, () => settingsRecord.get(settingsId));
    const knownTerms = createProjections(termsProjection("incident"), scope);
    const terms = () => termsFor(now, () => readTerms(knownTerms));
    const keeper = async () => incidentClocks(...(await Promise.all([terms(), settings()])), now);
    return {
      incidents: withClocks(createRecords(incidentRecords, scope), keeper),
      ...practice(scope),
      ...kept,
      fileChecks: createFileChecks(scope),
      knownTerms,
      terms,
      jobs: createJobs(scope),
      settingsRecord,
      settings,
      now: () => scope.clock.now().toISOString(),
    };
  };
};
