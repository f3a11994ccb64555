import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { type Settings, settingsId } from "./settings.ts";
import { articleRecords, type KnowledgeContext, settingsRecords } from "./table.ts";
import { useRecords } from "./use.ts";

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const keptMs = 5000;

/** Builds what the handlers work with, for each request, event or schedule of one container. */
export const createConnect = (): ((scope: Scope) => KnowledgeContext) => {
  const settingsFor = cachedFor<Settings>(keptMs);
  return (scope) => {
    const settingsRecord = createRecords(settingsRecords, scope);
    return {
      articles: createRecords(articleRecords, scope),
      uses: createRecords(useRecords, scope),
      settingsRecord,
      settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
      now: () => scope.clock.now().toISOString(),
    };
  };
};
