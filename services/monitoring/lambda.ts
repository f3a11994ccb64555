import { cachedFor } from "../../shared/dynamo/cached.ts";
import { partOf } from "../../shared/dynamo/part-of.ts";
import { createPlaces } from "../../shared/dynamo/places.ts";
import { createProjections } from "../../shared/dynamo/projections.ts";
import { createRecords, type Records } from "../../shared/dynamo/records.ts";
import type { Scope } from "../../shared/dynamo/scope.ts";
import { createTallies } from "../../shared/dynamo/tallies.ts";
import { createFunctions } from "../../shared/lambda/functions.ts";
import { changeProjection } from "./known-change.ts";
import { ciProjection } from "./known-ci.ts";
import type { MaintenanceWindow } from "./maintenance-window.ts";
import { monitoringService } from "./service.ts";
import { type MonitoringSettings, settingsId } from "./settings.ts";
import {
  alertRecords,
  type MonitoringContext,
  settingsRecords,
  stormRecords,
  unreadableRecords,
  windowRecords,
} from "./table.ts";

/** As in every service: a changed rule works within seconds, and nearly no request reads it. */
const settingsFor = cachedFor<MonitoringSettings>(5000);
const windowsFor = cachedFor<readonly MaintenanceWindow[]>(5000);

/** What is raised for a storm that ended within this time is found by the sweep (`endStorms`). */
const knownMs = 5000;
const met = new Map<string, { readonly stormId: string; readonly at: number }>();

const knownStorms = (now: number): MonitoringContext["knownStorms"] => ({
  find: (scope) => {
    const known = met.get(scope);
    if (known && Math.abs(now - known.at) < knownMs) return known.stormId;
    met.delete(scope);
    return undefined;
  },
  learn: (scope, stormId) => {
    if (!met.has(scope)) met.set(scope, { stormId, at: now });
  },
});

const planned = { index: "windowsByState", partition: "planned" };

const readOpen = async (windows: Records<MaintenanceWindow>): Promise<readonly MaintenanceWindow[]> => {
  const all: MaintenanceWindow[] = [];
  let cursor: string | undefined;
  do {
    const page = await windows.list(planned, { limit: 100, cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return all;
};

const connect = (scope: Scope): MonitoringContext => {
  const settingsRecord = createRecords(settingsRecords, scope);
  const windows = createRecords(windowRecords, scope);
  return {
    alerts: createRecords(alertRecords, scope),
    tallies: createTallies(scope),
    places: createPlaces(scope),
    storms: createRecords(stormRecords, scope),
    knownStorms: knownStorms(scope.clock.now().getTime()),
    windows,
    changes: createProjections(changeProjection, scope),
    cis: createProjections(ciProjection, scope),
    openWindows: () => windowsFor(scope.clock.now(), () => readOpen(windows)),
    unreadables: createRecords(unreadableRecords, scope),
    settingsRecord,
    settings: () => settingsFor(scope.clock.now(), () => settingsRecord.get(settingsId)),
    now: () => scope.clock.now().toISOString(),
    part: (name) => connect(partOf(scope, name)),
  };
};

export const { api, consumer, timer } = createFunctions(monitoringService, connect);
