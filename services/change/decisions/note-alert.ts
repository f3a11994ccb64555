import type { Decision } from "../../../shared/dynamo/record.ts";
import type { AlertSnapshot } from "../../monitoring/events.ts";
import type { Change } from "../change.ts";
import { ChangeAlertAttached } from "../events-gate.ts";
import { happened } from "./command.ts";

/** As many as people look through; that there were more says enough. */
const most = 50;

/**
 * What monitoring says of a change's CIs or service while it is being done is written on the change, muted or
 * not: whoever does it sees what it does. An alert's newest word counts; that one has recovered only of those
 * that were heard.
 */
export const noteAlert = (change: Change, alert: AlertSnapshot): Decision<Change> => {
  const { state, ciIds, serviceId, alerts = [] } = change;
  const isAbout =
    alert.ciIds.some((id) => ciIds.includes(id)) ||
    (serviceId !== undefined && alert.serviceId === serviceId);
  const known = alerts.find(({ alertId }) => alertId === alert.id);
  if (state !== "implement" || !isAbout || (known && known.transition >= alert.transition)) return [];
  if (!known && (alert.state === "recovered" || alerts.length >= most)) return [];
  const told = {
    alertId: alert.id,
    state: alert.state,
    severity: alert.severity,
    summary: alert.summary.slice(0, 200),
    muted: alert.mutedUntil !== undefined,
    at: alert.observedAt,
    transition: alert.transition,
  };
  const others = alerts.filter((each) => each !== known);
  const { alertId: id, severity, muted } = told;
  return [
    happened(
      ChangeAlertAttached,
      change,
      { alerts: [...others, told] },
      { alert: { id, state: told.state, severity, muted } },
    ),
  ];
};
