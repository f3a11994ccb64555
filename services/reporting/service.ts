import { defineService } from "../../shared/service.ts";
import { reportingGrants } from "./access.ts";
import { listFigures } from "./endpoints/list-figures.ts";
import { openWorkEndpoint } from "./open-work-endpoint.ts";
import { recordsEndpoint } from "./records-endpoint.ts";
import { reportEndpoint } from "./report-endpoint.ts";
import { reports } from "./reports/all-reports.ts";
import { countAnew } from "./schedules/count-anew.ts";
import { forgetEmptyCells } from "./schedules/forget-empty-cells.ts";
import { changeChanged } from "./subscriptions/change-changed.ts";
import { incidentChanged } from "./subscriptions/incident-changed.ts";
import { knowledgeUsed } from "./subscriptions/knowledge-used.ts";
import { problemChanged } from "./subscriptions/problem-changed.ts";
import { requestChanged } from "./subscriptions/request-changed.ts";
import { satisfactionTold } from "./subscriptions/satisfaction-told.ts";
import { type ReportingContext, reportingTable } from "./table.ts";

export const reportingService = defineService<ReportingContext>({
  name: "reporting",
  title: "Measurement and reporting",
  summary: "Counts what the other services' records add up to, and names the records behind every number.",
  table: reportingTable,
  grants: reportingGrants,
  lifecycles: {},
  events: [],
  endpoints: [
    listFigures,
    ...reports.map(reportEndpoint),
    ...reports.map(recordsEndpoint),
    ...reports.filter(({ stock }) => stock !== undefined).map(openWorkEndpoint),
  ],
  subscriptions: [
    ...incidentChanged,
    ...problemChanged,
    ...changeChanged,
    ...requestChanged,
    ...satisfactionTold,
    ...knowledgeUsed,
  ],
  schedules: [countAnew, forgetEmptyCells],
});
