import type { Service } from "../shared/service.ts";
import { assetService } from "./asset/service.ts";
import { changeService } from "./change/service.ts";
import { configurationService } from "./configuration/service.ts";
import { incidentService } from "./incident/service.ts";
import { knowledgeService } from "./knowledge/service.ts";
import { monitoringService } from "./monitoring/service.ts";
import { organizationService } from "./organization/service.ts";
import { problemService } from "./problem/service.ts";
import { reportingService } from "./reporting/service.ts";
import { requestService } from "./request/service.ts";
import { serviceLevelService } from "./service-level/service.ts";

/** Every service of the product: what is in this list is deployed, documented and tested. */
export const services: readonly Service[] = [
  assetService,
  changeService,
  configurationService,
  incidentService,
  knowledgeService,
  monitoringService,
  organizationService,
  problemService,
  reportingService,
  requestService,
  serviceLevelService,
] as unknown as readonly Service[];
