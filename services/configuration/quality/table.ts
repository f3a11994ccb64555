import { type Actor, may } from "../../../shared/access/actor.ts";
import { onlyRecord } from "../../../shared/dynamo/only-record.ts";
import type { RecordType } from "../../../shared/dynamo/record.ts";
import { withoutSnapshot } from "../../../shared/dynamo/without-snapshot.ts";
import { type Duplicate, duplicateLifecycle, pairClaim } from "../ci-duplicate.ts";
import { type Health, noHealth } from "../cmdb-health.ts";
import { type ComplianceRules, defaultComplianceRules } from "../compliance-rule.ts";

/** What is asked of the table about how good the CMDB is. */
export const qualityIndexes = {
  findings: "CIs by what a sweep found wrong with them, by class and name",
  duplicatesByState: "Pairs of CIs that may be one, in a state, by when they were found",
} as const;

/** A pair names numbers only. */
const viewDuplicate = (actor: Actor, duplicate: Duplicate): Duplicate | undefined => {
  if (!may(actor, "configuration:write")) return undefined;
  const byPeople = duplicateLifecycle.allowed(duplicate.state).filter((action) => action !== "finish");
  return { ...duplicate, actions: [...byPeople] };
};

export const duplicateRecords: RecordType<Duplicate> = {
  prefix: "DUP",
  indexes: ({ id, state, createdAt }) => ({
    duplicatesByState: { partition: state, order: `${createdAt}#${id}` },
  }),
  claims: ({ ciIds }) => [pairClaim(ciIds)],
  long: [],
  view: viewDuplicate,
  viewEntry: withoutSnapshot("duplicate"),
};

export const healthRecords = onlyRecord<Health>(noHealth);
export const complianceRecords = onlyRecord<ComplianceRules>(defaultComplianceRules);
