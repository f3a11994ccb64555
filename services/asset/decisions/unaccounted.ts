import * as z from "zod";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { CiSnapshot } from "../../configuration/events.ts";
import {
  UnaccountedCiDismissed,
  UnaccountedCiFound,
  UnaccountedCiSettled,
  type UnaccountedEvent,
} from "../events-unaccounted.ts";
import { type Unaccounted, unaccountedLifecycle } from "../unaccounted.ts";

const happened = (
  event: EventType<UnaccountedEvent>,
  finding: Unaccounted,
  changes: Partial<Unaccounted>,
): Decision<Unaccounted> => {
  const { id, ciId, ciName, classId, state } = { ...finding, ...changes };
  return [occurred(event, { finding: { id, ciId, ciName, classId, state } }, changes)];
};

/** Of a restricted CI nothing is told, so neither whether it has an asset. */
const isUnaccounted = ({ assetId, state, restricted }: CiSnapshot, isTracked: boolean): boolean =>
  isTracked && assetId === undefined && state !== "retired" && restricted !== true;

/** What a CI's latest word means: a finding, or the end of one. */
export const judge = (finding: Unaccounted, ci: CiSnapshot, isTracked: boolean): Decision<Unaccounted> => {
  const { id: ciId, name: ciName, classId } = ci;
  const isMissing = isUnaccounted(ci, isTracked);
  if (finding.state === "settled") {
    if (!isMissing) return [];
    const state = unaccountedLifecycle.next(finding.state, "find");
    return happened(UnaccountedCiFound, finding, { ciId, ciName, classId, state, reason: undefined });
  }
  if (isMissing) return [];
  const state = unaccountedLifecycle.next(finding.state, "settle");
  return happened(UnaccountedCiSettled, finding, { state });
};

export const Dismissal = z.strictObject({ reason: z.string().trim().min(1).max(2000) });

export const dismissFinding = (finding: Unaccounted, { reason }: z.output<typeof Dismissal>) => {
  const state = unaccountedLifecycle.next(finding.state, "dismiss");
  return happened(UnaccountedCiDismissed, finding, { state, reason });
};
