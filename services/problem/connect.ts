import { cachedFor } from "../../shared/dynamo/cached.ts";
import { nextNumber } from "../../shared/dynamo/counter.ts";
import { createJobs } from "../../shared/dynamo/jobs.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import type { Synonyms } from "../../shared/search/understand.ts";
import { withClocks } from "../../shared/targets/clocked-records.ts";
import type { Terms } from "../../shared/targets/clocks.ts";
import { createTermsReader, termsProjection } from "../../shared/targets/known-terms.ts";
import { changeProjection } from "./change-projection.ts";
import { incidentProjection, textProjection } from "./incident-projection.ts";
import { readSynonyms, synonymsProjection } from "./known-synonyms.ts";
import { relationProjection } from "./relation-projection.ts";
import { problemClocks } from "./service-levels.ts";
import { type ProblemSettings, settingsId } from "./settings.ts";
import { candidateRecords, type ProblemContext, problemRecords, settingsRecords } from "./table.ts";

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const keptMs = 5000;

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (): ((scope: Scope) => ProblemContext) => {
  const settingsFor = cachedFor<ProblemSettings>(keptMs);
  const termsFor = cachedFor<Terms>(keptMs);
  const synonymsFor = cachedFor<Synonyms>(keptMs);
  const readTerms = createTermsReader();
  return (scope) => {
    const now = scope.clock.now();
    const settingsRecord = createRecords(settingsRecords, scope);
    const settings = () => settingsFor(now, () => settingsRecord.get(settingsId));
    const knownTerms = createProjections(termsProjection("problem"), scope);
    const terms = () => termsFor(now, () => readTerms(knownTerms));
    const knownSynonyms = createProjections(synonymsProjection, scope);
    const keeper = async () => problemClocks(...(await Promise.all([terms(), settings()])), now);
    return {
      problems: withClocks(createRecords(problemRecords, scope), keeper),
      newProblemId: () => nextNumber(scope, problemRecords.prefix),
      candidates: createRecords(candidateRecords, scope),
      incidents: createProjections(incidentProjection, scope),
      texts: createProjections(textProjection, scope),
      knownSynonyms,
      synonyms: () => synonymsFor(now, () => readSynonyms(knownSynonyms)),
      changes: createProjections(changeProjection, scope),
      relations: createProjections(relationProjection, scope),
      knownTerms,
      terms,
      jobs: createJobs(scope),
      held: createRecords(heldRecords, scope),
      settingsRecord,
      settings,
      now: () => scope.clock.now().toISOString(),
    };
  };
};
