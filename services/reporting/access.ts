import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import type { CountedRecord } from "./counted-record.ts";
import type { ReportPermission } from "./report.ts";

const reader = ["reporting:read"] as const;
const manager = [...reader, "reporting:read_requests"] as const;

/** Figures are for those who work in IT and answer for it. Employees see their own records, and no figures. */
export const reportingGrants: Grants = {
  employee: [],
  agent: reader,
  integration: manager,
  "major-incident-manager": reader,
  "problem-manager": reader,
  "change-manager": reader,
  "asset-manager": manager,
  "configuration-manager": reader,
  "knowledge-manager": reader,
  admin: manager,
};

/** What people said about requests is in the figures for everybody; which request it was, is for who sees requests. */
const isAboutRequest = ({ aboutKind }: CountedRecord): boolean =>
  aboutKind !== undefined && aboutKind !== "incident";

/**
 * What an actor sees of a record behind a figure: all that is counted is open to whoever may read figures, since
 * restricted records are counted nowhere. One that became restricted a moment ago is not shown, either.
 */
export const viewCounted = (
  actor: Actor,
  record: CountedRecord,
  isRestricted: boolean,
  permission: ReportPermission,
): CountedRecord | undefined => {
  const needed = isAboutRequest(record) ? "reporting:read_requests" : permission;
  return may(actor, needed) && !isRestricted ? record : undefined;
};
