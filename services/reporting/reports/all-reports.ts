import type { Report } from "../report.ts";
import { articleReport } from "./articles.ts";
import { changeReport } from "./changes.ts";
import { incidentReport } from "./incidents.ts";
import { knowledgeReport } from "./knowledge.ts";
import { problemReport } from "./problems.ts";
import { requestReport } from "./requests.ts";
import { satisfactionReport } from "./satisfaction.ts";
import { serviceLevelReport } from "./service-levels.ts";

/** Every report there is. */
export const reports: readonly Report[] = [
  incidentReport,
  serviceLevelReport,
  changeReport,
  problemReport,
  requestReport,
  satisfactionReport,
  knowledgeReport,
  articleReport,
];
