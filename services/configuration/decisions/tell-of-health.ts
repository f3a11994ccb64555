import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Figures, Health } from "../cmdb-health.ts";
import { CmdbHealthMeasured } from "../events-quality.ts";

/** What a sweep counted, told once; the history of it is how the CMDB gets better or worse. */
export const tellOfHealth = (
  { total, classes }: { readonly total: Figures; readonly classes: Readonly<Record<string, Figures>> },
  now: string,
): Decision<Health> => [
  occurred(
    CmdbHealthMeasured,
    { measuredAt: now, total },
    { measuredAt: now, total, classes: { ...classes } },
  ),
];
