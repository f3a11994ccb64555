import { keptLifecycle } from "../../shared/kept/kept.ts";
import { duplicateLifecycle } from "./ci-duplicate.ts";
import { importLifecycle } from "./ci-import.ts";
import { importEvents } from "./events-import.ts";
import { qualityEvents } from "./events-quality.ts";
import { importEndpoints } from "./import/import-endpoints.ts";
import { duplicateEndpoints } from "./quality/endpoints/duplicates.ts";
import { healthEndpoints } from "./quality/endpoints/health.ts";
import { findStaleCis } from "./schedules/find-stale-cis.ts";
import { finishMerges } from "./schedules/finish-merges.ts";
import { measureHealth } from "./schedules/measure-health.ts";
import { runImports } from "./schedules/run-imports.ts";
import { configItemChanged } from "./subscriptions/config-item-changed.ts";

/** What the service declares about where CIs come from and how good what it knows of them is. */
export const discovery = {
  lifecycles: { import: importLifecycle, source: keptLifecycle, duplicate: duplicateLifecycle },
  events: [...importEvents, ...qualityEvents],
  endpoints: [...importEndpoints, ...duplicateEndpoints, ...healthEndpoints],
  foreign: [configItemChanged],
  schedules: [runImports, findStaleCis, finishMerges, measureHealth],
} as const;
