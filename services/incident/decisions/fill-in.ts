import type { Prefilled } from "../template.ts";
import type { OpenIncident } from "./open.ts";

/** A report with what its template says wherever the report itself says nothing. */
export const fillIn = (report: OpenIncident, prefilled: Prefilled): OpenIncident => {
  const given = Object.entries(report).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...report, ...prefilled, ...Object.fromEntries(given) };
};
