import type * as z from "zod";
import { Refusal } from "../../shared/domain/refusal.ts";
import { filtersOf } from "./breakdown.ts";
import type { KindName } from "./kinds/all-kinds.ts";
import type { Report } from "./report.ts";
import { reports } from "./reports/all-reports.ts";

/** Kinds that have something open. */
export const stockKinds = ["incident", "problem", "change"] as const satisfies readonly KindName[];

/** All filters of all reports: which of them a kind takes is found when it is asked. */
export const allFilters = Object.assign({}, ...reports.map(filtersOf)) as Readonly<
  Record<string, z.ZodType<string | undefined>>
>;

/** How a kind is broken down, by all reports that it is in. Refuses with `invalid_input` filters of other kinds. */
export const reportOfKind = (
  kind: KindName,
  filters: Readonly<Record<string, unknown>>,
): Pick<Report, "level" | "dimensions"> => {
  const own = reports.filter(({ kinds }) => kinds.includes(kind));
  const level = own[0]?.level;
  const dimensions = [...new Set(own.flatMap((report) => report.dimensions))];
  const allowed = [...dimensions, ...(level ? [level.name] : [])];
  const wrong = Object.keys(filters).find((name) => filters[name] !== undefined && !allowed.includes(name));
  if (wrong !== undefined) {
    const message = `Of a ${kind} one may ask for ${allowed.join(", ")}`;
    throw new Refusal("invalid_input", undefined, [{ path: `query.${wrong}`, message }]);
  }
  return { level, dimensions };
};
