import { type Bulk, createBulk } from "../../../shared/dynamo/bulk.ts";
import { cachedFor } from "../../../shared/dynamo/cached.ts";
import { createJobs, type Jobs } from "../../../shared/dynamo/jobs.ts";
import { createMarks, type Marks } from "../../../shared/dynamo/marks.ts";
import type { RecordType } from "../../../shared/dynamo/record.ts";
import { createRecords, type Records } from "../../../shared/dynamo/records.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { createSheets, type Sheets } from "../../../shared/dynamo/sheets.ts";
import { attestationRecords, campaignRecords } from "../attest/table.ts";
import type { Attestation, Campaign } from "../attestation.ts";
import type { Ci } from "../ci.ts";
import type { Duplicate } from "../ci-duplicate.ts";
import type { Import } from "../ci-import.ts";
import type { Source } from "../ci-source.ts";
import type { Health } from "../cmdb-health.ts";
import { type ComplianceRules, complianceRulesId } from "../compliance-rule.ts";
import { complianceRecords, duplicateRecords, healthRecords } from "../quality/table.ts";
import { type Rules, rulesId } from "../reconciliation-rules.ts";
import type { Relation } from "../relation.ts";
import { importRecords, rulesRecords, sourceRecords } from "./table.ts";

/** What imports work with. */
export type ImportingContext = {
  readonly sources: Records<Source>;
  readonly imports: Records<Import>;
  readonly rulesRecord: Records<Rules>;
  /** The rules in force; another container's change is seen within seconds. */
  readonly rules: () => Promise<Rules>;
  /** What belongs to imports: chunks, plans and results. */
  readonly sheets: Sheets;
  readonly jobs: Jobs;
  /** Until when sources vouch for CIs. */
  readonly sightings: Marks;
  readonly healthRecord: Records<Health>;
  readonly complianceRecord: Records<ComplianceRules>;
  readonly complianceRules: () => Promise<ComplianceRules>;
  /** What a sweep found wrong with CIs. */
  readonly findings: Marks;
  readonly duplicates: Records<Duplicate>;
  readonly campaigns: Records<Campaign>;
  readonly attestations: Records<Attestation>;
  readonly bulkAttestations: Bulk<Attestation>;
  readonly bulkCis: Bulk<Ci>;
  readonly bulkRelations: Bulk<Relation>;
};

/** As long as people ask what an import did: a year. */
const keepSeconds = 365 * 24 * 3600;

/** Builds what imports work with, for each request, event or schedule of one container. */
export const createImporting = (
  ciRecords: RecordType<Ci>,
  relationRecords: RecordType<Relation>,
): ((scope: Scope, all: Scope) => ImportingContext) => {
  const rulesFor = cachedFor<Rules>(5000);
  return (scope, all) => {
    const complianceRecord = createRecords(complianceRecords, scope);
    const rulesRecord = createRecords(rulesRecords, scope);
    return {
      sources: createRecords(sourceRecords, scope),
      imports: createRecords(importRecords, scope),
      rulesRecord,
      rules: () => rulesFor(scope.clock.now(), () => rulesRecord.get(rulesId)),
      sheets: createSheets(scope, keepSeconds),
      jobs: createJobs(scope),
      healthRecord: createRecords(healthRecords, scope),
      complianceRecord,
      complianceRules: () => complianceRecord.get(complianceRulesId),
      findings: createMarks("findings", scope),
      duplicates: createRecords(duplicateRecords, scope),
      sightings: createMarks("sightings", scope),
      campaigns: createRecords(campaignRecords, scope),
      attestations: createRecords(attestationRecords, scope),
      bulkAttestations: createBulk(attestationRecords, scope),
      bulkCis: createBulk(ciRecords, all),
      bulkRelations: createBulk(relationRecords, all),
    };
  };
};
