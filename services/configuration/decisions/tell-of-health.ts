import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Figures, Health } from "../cmdb-health.ts";
import { CmdbHealthMeasured, CmdbMeasurementAsked } from "../events-quality.ts";

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

/** Somebody does not want to wait for the day to be over. */
export const askForHealth = ({ total }: Health, now: string): Decision<Health> => [
  occurred(CmdbMeasurementAsked, { askedAt: now, total }, { askedAt: now }),
];

/** A day: findings are no alarms, and a sweep of 50,000 CIs reads all of them. */
const everyMs = 24 * 3600 * 1000;

/** Whether it is time to measure again. */
export const isDue = ({ measuredAt, askedAt }: Health, now: string): boolean =>
  measuredAt === undefined ||
  Date.parse(measuredAt) + everyMs <= Date.parse(now) ||
  (askedAt !== undefined && askedAt > measuredAt);
