import { isSame } from "../../../shared/domain/is-same.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { type Alert, alertLifecycle } from "../alert.ts";
import {
  AlertGrouped,
  AlertLinked,
  AlertMuted,
  AlertRaised,
  AlertRecovered,
  AlertReopened,
  AlertRepeated,
  AlertSteadied,
} from "../events.ts";
import type { Circumstances } from "./circumstances.ts";
import { after, happened, snapshotOf } from "./happened.ts";
import { placed, type Verdict } from "./observe.ts";

/** It has not changed for long enough: what it is now, others are told. */
const steady = (alert: Alert): Decision<Alert> => {
  const steadied = happened(AlertSteadied, alert, { flapping: undefined, changes: [] });
  if (alert.observed === alert.state) return [steadied];
  const calm = after(alert, [steadied]);
  const recovered = {
    state: alertLifecycle.next(calm.state, "recover"),
    recoveredAt: calm.observedAt,
    muted: undefined,
    transition: calm.transition + 1,
  };
  return [steadied, happened(AlertRecovered, calm, recovered)];
};

/** Nothing mutes it any more, and it still fails: now somebody is told. */
const unmute = (alert: Alert, { window, place, now }: Circumstances): Verdict => {
  if (window) {
    const muted = { windowId: window.id, until: window.to };
    return isSame(muted, alert.muted)
      ? { kind: "ignored" }
      : { kind: "decided", decision: [happened(AlertMuted, alert, { muted })] };
  }
  const next = { muted: undefined, raisedAt: now, transition: alert.transition + 1 };
  if (alert.informational) return { kind: "decided", decision: [happened(AlertRaised, alert, next)] };
  if (alert.isOwn) return { kind: "decided", decision: [happened(AlertReopened, alert, next)] };
  if (!place) return { kind: "needs place", episode: alert.episode };
  return { kind: "decided", decision: [happened(AlertRaised, alert, { ...next, ...placed(place) })] };
};

/** What time alone brings about; `isUnmuted`: the window that muted it was cancelled. */
export const settle = (alert: Alert, on: Circumstances, isUnmuted = false): Verdict => {
  const calmed = alert.flapping && alert.flapping.until <= on.now ? steady(alert) : [];
  const calm = after(alert, calmed);
  const isDue = calm.muted !== undefined && (isUnmuted || calm.muted.until <= on.now);
  if (!isDue) return calmed.length > 0 ? { kind: "decided", decision: calmed } : { kind: "ignored" };
  const verdict = unmute(calm, on);
  if (verdict.kind === "decided") return { kind: "decided", decision: [...calmed, ...verdict.decision] };
  return verdict.kind === "ignored" && calmed.length > 0 ? { kind: "decided", decision: calmed } : verdict;
};

/** It joined a storm that was over by then, so nobody has been told of it yet. */
export const leave = (alert: Alert, stormId: string, { place, now }: Circumstances): Verdict => {
  if (alert.state !== "firing" || alert.stormId !== stormId || alert.isOwn || alert.muted)
    return { kind: "ignored" };
  if (!place) return { kind: "needs place", episode: alert.episode };
  const next = { raisedAt: now, transition: alert.transition + 1, ...placed(place) };
  return { kind: "decided", decision: [happened(AlertRaised, alert, next)] };
};

/** As many incidents of past episodes as an alert remembers. */
const remembered = 20;

/**
 * An incident was opened for an episode of it: the present one, or (when that event came very late) one that is
 * over, whose incident has to hear so.
 */
export const link = (alert: Alert, episode: number, incidentId: string): Decision<Alert> => {
  if (alert.incidentIds.includes(incidentId)) return [];
  const isCurrent = alert.episode === episode;
  const incidentIds = [...alert.incidentIds, incidentId].slice(-remembered);
  const changes = { incidentIds, ...(isCurrent ? { incidentId } : {}) };
  const snapshot = snapshotOf({ ...alert, ...changes });
  return [occurred(AlertLinked, { alert: snapshot, incidentId, isCurrent }, changes)];
};

/** It was among the first of a storm, whose incident may be known already. */
export const group = (
  alert: Alert,
  episode: number,
  stormId: string,
  parentIncidentId: string | undefined,
): Decision<Alert> => {
  const isSame = alert.stormId === stormId && alert.parentIncidentId === parentIncidentId;
  if (alert.episode !== episode || !alert.isOwn || isSame) return [];
  return [happened(AlertGrouped, alert, { stormId, parentIncidentId })];
};

const magnitude = (count: number): number => Math.floor(Math.log10(Math.max(count, 1)) + 1e-9);

/** Reports are counted one by one and told ten, a hundred, a thousand ... at a time. */
export const repeat = (alert: Alert, episode: number, counted: number): Decision<Alert> => {
  const occurrences = alert.fires + counted;
  if (alert.episode !== episode || magnitude(occurrences) <= magnitude(alert.occurrences)) return [];
  return [happened(AlertRepeated, alert, { occurrences })];
};
