import { keptLifecycle } from "../../shared/kept/kept.ts";
import { attestationEndpoints } from "./attest/endpoints/attestations.ts";
import { campaignEndpoints } from "./attest/endpoints/campaigns.ts";
import { attestationLifecycle, campaignLifecycle } from "./attestation.ts";
import { duplicateLifecycle } from "./ci-duplicate.ts";
import { importLifecycle } from "./ci-import.ts";
import { attestationEvents } from "./events-attestation.ts";
import { importEvents } from "./events-import.ts";
import { qualityEvents } from "./events-quality.ts";
import { importEndpoints } from "./import/import-endpoints.ts";
import { duplicateEndpoints } from "./quality/endpoints/duplicates.ts";
import { healthEndpoints } from "./quality/endpoints/health.ts";
import { findStaleCis } from "./schedules/find-stale-cis.ts";
import { finishMerges } from "./schedules/finish-merges.ts";
import { measureHealth } from "./schedules/measure-health.ts";
import { runAttestations } from "./schedules/run-attestations.ts";
import { runImports } from "./schedules/run-imports.ts";
import { configItemChanged } from "./subscriptions/config-item-changed.ts";

/** What the service declares about where CIs come from and how good what it knows of them is. */
export const discovery = {
  lifecycles: {
    import: importLifecycle,
    source: keptLifecycle,
    duplicate: duplicateLifecycle,
    campaign: campaignLifecycle,
    attestation: attestationLifecycle,
  },
  events: [...importEvents, ...qualityEvents, ...attestationEvents],
  endpoints: [
    ...importEndpoints,
    ...duplicateEndpoints,
    ...healthEndpoints,
    ...campaignEndpoints,
    ...attestationEndpoints,
  ],
  foreign: [configItemChanged],
  schedules: [runImports, findStaleCis, finishMerges, measureHealth, runAttestations],
} as const;
