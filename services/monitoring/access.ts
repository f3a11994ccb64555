import { type Actor, type Grants, may } from "../../shared/access/actor.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Alert } from "./alert.ts";
import { type MaintenanceWindow, windowLifecycle } from "./maintenance-window.ts";

const reader = ["monitoring:read"] as const;
const planner = [...reader, "monitoring:plan"] as const;

/**
 * Tools report and learn nothing; who works on incidents reads; who answers for changes plans maintenance. A
 * tool that needs no more than this gets the role `monitoring-tool`.
 */
export const monitoringGrants: Grants = {
  "monitoring-tool": ["monitoring:report"],
  integration: ["monitoring:report"],
  agent: reader,
  "problem-manager": reader,
  "configuration-manager": reader,
  "change-manager": planner,
  admin: [...planner, "monitoring:administer"],
};

/** Alerts hold nothing of one person: all who may read see all. Tools see the ones they report, as receipts. */
const seesMonitoring = (actor: Actor): boolean =>
  may(actor, "monitoring:read") || may(actor, "monitoring:report");

export const viewIfReader = <R>(actor: Actor, record: R): R | undefined =>
  seesMonitoring(actor) ? record : undefined;

/** An alert that nobody has reported is none, but for who reports it now. */
export const viewAlert = (actor: Actor, alert: Alert): Alert | undefined =>
  alert.version === 0 && !may(actor, "monitoring:report") ? undefined : viewIfReader(actor, alert);

/** Everybody who sees a record sees its history, without the snapshots that are for consumers. */
export const viewEntry = (_actor: Actor, _record: unknown, entry: HistoryEntry): HistoryEntry => {
  const { alert: _alert, storm: _storm, window: _window, ...data } = entry.data;
  return { ...entry, data };
};

export const viewWindow = (actor: Actor, window: MaintenanceWindow): MaintenanceWindow | undefined => {
  const byPeople = windowLifecycle.allowed(window.state).filter((action) => action !== "end");
  return viewIfReader(actor, { ...window, actions: may(actor, "monitoring:plan") ? byPeople : [] });
};
