import { type Decision, type Occurrence, occurred } from "../../../shared/dynamo/record.ts";
import type { EventType } from "../../../shared/events/event-type.ts";
import type { Alert } from "../alert.ts";
import type { AlertSnapshot } from "../events.ts";

const incidentOf = ({ muted, informational, isOwn, stormId }: Alert): AlertSnapshot["incident"] => {
  if (muted || informational) return "none";
  if (isOwn) return "own";
  return stormId === undefined ? "none" : "storm";
};

/** The alert as its events publish it. */
export const snapshotOf = (alert: Alert): AlertSnapshot => ({
  ...alert,
  incident: incidentOf(alert),
  flapping: alert.flapping !== undefined,
  mutedUntil: alert.muted?.until,
});

/** An event about an alert, carrying the alert as the changes leave it. */
export const happened = (
  event: EventType<{ alert: AlertSnapshot }>,
  alert: Alert,
  changes: Partial<Alert>,
): Occurrence<Alert> => occurred(event, { alert: snapshotOf({ ...alert, ...changes }) }, changes);

/** The alert as it is after the occurrences so far. */
export const after = (alert: Alert, decision: Decision<Alert>): Alert =>
  Object.assign({}, alert, ...decision.map(({ changes }) => changes));
