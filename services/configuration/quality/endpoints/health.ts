import * as z from "zod";
import { pageOf, pageQuery } from "../../../../shared/dynamo/page.ts";
import { occurred } from "../../../../shared/dynamo/record.ts";
import { endpoint } from "../../../../shared/http/endpoint.ts";
import { HistoryItem } from "../../../../shared/http/history-item.ts";
import { ListedCi } from "../../api.ts";
import { FindingName, Health, healthId } from "../../cmdb-health.ts";
import { ComplianceRules, ComplianceRulesFields, complianceRulesId } from "../../compliance-rule.ts";
import { askForHealth } from "../../decisions/tell-of-health.ts";
import { ComplianceRulesChanged } from "../../events-quality.ts";
import type { ConfigurationContext } from "../../table.ts";
import { findingPartition } from "../settle-findings.ts";

const getCmdbHealth = endpoint({
  id: "getCmdbHealth",
  summary: "How complete, correct and compliant the CMDB is, in all and by class, as the last sweep found it",
  route: "GET /cmdb-health",
  permission: "configuration:read_all",
  reply: Health,
  refusals: [],
  handle: (_request, { healthRecord }: ConfigurationContext) => healthRecord.get(healthId),
});

const listCmdbHealthHistory = endpoint({
  id: "listCmdbHealthHistory",
  summary: "How the figures went, sweep by sweep",
  route: "GET /cmdb-health/history",
  permission: "configuration:read_all",
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["invalid_cursor"],
  handle: ({ query }, { healthRecord }: ConfigurationContext) => healthRecord.history(healthId, query),
});

const listCmdbFindings = endpoint({
  id: "listCmdbFindings",
  summary: "The CIs behind a figure, by class and name",
  route: "GET /cmdb-health/findings",
  permission: "configuration:read_all",
  query: z.strictObject({ finding: FindingName.default("unowned"), ...pageQuery }),
  reply: pageOf(ListedCi),
  refusals: ["invalid_cursor"],
  handle: ({ query: { finding, ...page } }, { cis }: ConfigurationContext) =>
    cis.list({ index: "findings", partition: findingPartition(finding), edges: true }, page),
});

const measureCmdbHealth = endpoint({
  id: "measureCmdbHealth",
  summary: "Measure anew now, and not when the day is over; the figures come in a few minutes",
  route: "POST /cmdb-health/measure",
  permission: "configuration:administer",
  body: z.strictObject({}),
  reply: Health,
  refusals: ["version_conflict"],
  handle: ({ ifMatch }, { healthRecord, now }: ConfigurationContext) =>
    healthRecord.update(healthId, ifMatch, (health) => askForHealth(health, now())),
});

const getComplianceRules = endpoint({
  id: "getComplianceRules",
  summary: "What the house asks of its CIs",
  route: "GET /compliance-rules",
  permission: "configuration:read_all",
  reply: ComplianceRules,
  refusals: [],
  handle: (_request, { complianceRecord }: ConfigurationContext) => complianceRecord.get(complianceRulesId),
});

const changeComplianceRules = endpoint({
  id: "changeComplianceRules",
  summary: "Say anew what the house asks of its CIs; the next sweep measures by it",
  route: "PUT /compliance-rules",
  permission: "configuration:administer",
  body: ComplianceRulesFields,
  reply: ComplianceRules,
  needsVersion: true,
  refusals: [],
  handle: ({ body, ifMatch }, { complianceRecord }: ConfigurationContext) =>
    complianceRecord.update(complianceRulesId, ifMatch, () => [
      occurred(ComplianceRulesChanged, { rules: body.rules.length }, body),
    ]),
});

/** How good the CMDB is, and what it is measured by. */
export const healthEndpoints = [
  getCmdbHealth,
  listCmdbHealthHistory,
  listCmdbFindings,
  measureCmdbHealth,
  getComplianceRules,
  changeComplianceRules,
];
