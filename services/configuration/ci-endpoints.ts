import { moveEndpoint } from "./ci-endpoint.ts";
import { deployCi, maintainCi, reinstateCi, retireCi } from "./decisions/ci.ts";
import { dependentsOf } from "./dependents.ts";
import { editCi } from "./endpoints/edit-ci.ts";
import { findCiHealthLevels } from "./endpoints/find-ci-health-levels.ts";
import { getCi } from "./endpoints/get-ci.ts";
import { getCiAsOf } from "./endpoints/get-ci-as-of.ts";
import { getCiClassSchema } from "./endpoints/get-ci-class-schema.ts";
import { getCiHealth } from "./endpoints/get-ci-health.ts";
import { getCiPage } from "./endpoints/get-ci-page.ts";
import { listCiHistory } from "./endpoints/list-ci-history.ts";
import { listCis } from "./endpoints/list-cis.ts";
import { reclassifyCi } from "./endpoints/reclassify-ci.ts";
import { registerCi } from "./endpoints/register-ci.ts";

/** What is done with configuration items one by one. */
export const ciEndpoints = [
  listCis,
  registerCi,
  getCi,
  editCi,
  reclassifyCi,
  listCiHistory,
  getCiAsOf,
  getCiHealth,
  findCiHealthLevels,
  getCiPage,
  getCiClassSchema,
  moveEndpoint({
    action: "deploy",
    summary: "It is live: from being planned, or from maintenance",
    decide: deployCi,
  }),
  moveEndpoint({
    action: "maintain",
    summary: "It is taken care of and may be away",
    decide: maintainCi,
  }),
  moveEndpoint({
    action: "retire",
    summary: "It is no more; a warning goes out where something still depends on it",
    more: dependentsOf,
    decide: retireCi,
  }),
  moveEndpoint({
    action: "reinstate",
    summary: "It is live after all, with the relations it had",
    decide: reinstateCi,
  }),
];
