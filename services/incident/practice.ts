import { cachedFor } from "../../shared/dynamo/cached.ts";
import { createRecords, type Records } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { type MajorSettings, majorSettingsId, majorSettingsRecords } from "./major-settings.ts";

/** What incident management works with besides incidents and their clocks. */
export type Practice = {
  readonly majorSettingsRecord: Records<MajorSettings>;
  /** As `settings`: seen within seconds. */
  readonly majorSettings: () => Promise<MajorSettings>;
};

/** As for the desk's rules. */
const keptMs = 5000;

/** Builds it for each request, event or schedule of one container. */
export const createPractice = (): ((scope: Scope) => Practice) => {
  const majorSettingsFor = cachedFor<MajorSettings>(keptMs);
  return (scope) => {
    const majorSettingsRecord = createRecords(majorSettingsRecords, scope);
    return {
      majorSettingsRecord,
      majorSettings: () =>
        majorSettingsFor(scope.clock.now(), () => majorSettingsRecord.get(majorSettingsId)),
    };
  };
};
