import { serviceActor } from "../../shared/access/actor.ts";
import { createBundles } from "../../shared/dynamo/bundles.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { heldRecords } from "../../shared/holdings/holdings.ts";
import { assessmentRecords } from "./assessment.ts";
import { followedRecords } from "./followed-change.ts";
import { createImporting } from "./import/context.ts";
import { articleProjection } from "./known-article.ts";
import { assetProjection } from "./known-asset.ts";
import { changeProjection } from "./known-change.ts";
import { incidentProjection } from "./known-incident.ts";
import { problemProjection } from "./known-problem.ts";
import { createModelReader } from "./model-reader.ts";
import { countRecords, queryRecords } from "./query/table.ts";
import {
  baselineRecords,
  type ConfigurationContext,
  ciRecords,
  classRecords,
  relationRecords,
  relationTypeRecords,
} from "./table.ts";

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (): ((scope: Scope) => ConfigurationContext) => {
  const readModel = createModelReader();
  const importing = createImporting(ciRecords, relationRecords);
  return (scope) => {
    const all = { ...scope, actor: { ...serviceActor("configuration"), id: scope.actor.id } };
    const now = scope.clock.now();
    return {
      ...importing(scope, all),
      cis: createRecords(ciRecords, scope),
      allCis: createRecords(ciRecords, all),
      relations: createRecords(relationRecords, scope),
      classes: createRecords(classRecords, scope),
      relationTypes: createRecords(relationTypeRecords, scope),
      model: readModel({
        classes: createRecords(classRecords, all),
        relationTypes: createRecords(relationTypeRecords, all),
        now,
      }),
      bundles: createBundles(scope),
      held: createRecords(heldRecords, all),
      baselines: createRecords(baselineRecords, scope),
      queries: createRecords(queryRecords, scope),
      queryCounts: createRecords(countRecords, scope),
      assessments: createRecords(assessmentRecords, scope),
      followed: createRecords(followedRecords, scope),
      incidents: createProjections(incidentProjection, scope),
      changes: createProjections(changeProjection, scope),
      assets: createProjections(assetProjection, scope),
      articles: createProjections(articleProjection, scope),
      problems: createProjections(problemProjection, scope),
      now: () => now.toISOString(),
    };
  };
};
