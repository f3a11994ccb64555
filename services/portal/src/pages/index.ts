import { articlePages } from "./articles/pages.ts";
import { auditPages } from "./asset-audits/pages.ts";
import { assetRecordPages } from "./asset-records/pages.ts";
import { assetRequestPages } from "./asset-requests/pages.ts";
import { assetPages } from "./assets/pages.ts";
import { attestationPages } from "./attestations/pages.ts";
import { catalogPages } from "./catalog/pages.ts";
import { catalogItemPages } from "./catalog-items/pages.ts";
import { findingPages } from "./change-findings/pages.ts";
import { changeRulePages } from "./change-rules/pages.ts";
import { changePages } from "./changes/pages.ts";
import { baselinePages } from "./ci-baselines/pages.ts";
import { duplicatePages } from "./ci-duplicates/pages.ts";
import { importPages } from "./ci-imports/pages.ts";
import { modelPages } from "./ci-model/pages.ts";
import { configurationPages } from "./configuration/pages.ts";
import { contractPages } from "./contracts/pages.ts";
import { dashboardPages } from "./dashboards/pages.ts";
import { delegationPages } from "./delegations/pages.ts";
import { departurePages } from "./departures/pages.ts";
import { homePages } from "./home/pages.ts";
import { incidentPages } from "./incidents/pages.ts";
import { myApprovalsPages } from "./my-approvals/pages.ts";
import { myAssetsPages } from "./my-assets/pages.ts";
import { myTicketsPages } from "./my-tickets/pages.ts";
import type { Page } from "./page.ts";
import { problemPages } from "./problems/pages.ts";
import { readPages } from "./read/pages.ts";
import { reportPages } from "./report/pages.ts";
import { requestPages } from "./requests/pages.ts";
import { serviceLevelPages } from "./service-levels/pages.ts";
import { softwarePages } from "./software/pages.ts";

/** Every page of the portal; whoever adds a folder adds one line here. */
export const pages: readonly Page[] = [
  ...catalogPages,
  ...homePages,
  ...changePages,
  ...changeRulePages,
  ...delegationPages,
  ...findingPages,
  ...incidentPages,
  ...dashboardPages,
  ...problemPages,
  ...articlePages,
  ...serviceLevelPages,
  ...catalogItemPages,
  // One line per folder keeps additions apart.
  ...myApprovalsPages,
  ...myAssetsPages,
  ...myTicketsPages,
  ...readPages,
  ...reportPages,
  ...requestPages,
  ...configurationPages,
  ...importPages,
  ...duplicatePages,
  ...attestationPages,
  ...baselinePages,
  ...modelPages,
  ...assetPages,
  ...assetRecordPages,
  ...contractPages,
  ...departurePages,
  ...auditPages,
  ...assetRequestPages,
  ...softwarePages,
];
