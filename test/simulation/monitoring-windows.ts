import type { Alert } from "../../services/monitoring/alert.ts";
import { type MaintenanceWindow, mutingWindow } from "../../services/monitoring/maintenance-window.ts";
import { fold, type HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Facts } from "./facts.ts";
import { alertsIn, graceMs, type Known, unsureMs, windowsIn } from "./monitoring-facts.ts";

/** The schedule that ends windows runs every five minutes. */
const endingMs = 10 * 60_000;

/** Somebody was told that it fires. */
const isCall = ({ type, changes }: HistoryEntry): boolean =>
  (type === "AlertRaised" || type === "AlertReopened") && changes.raisedAt !== undefined;

/** A window as it was for certain, whatever lagged behind, at a time; none when that is not certain. */
const surely = ({ one, now }: Known<MaintenanceWindow>, at: number, facts: Facts): MaintenanceWindow[] => {
  const [, end] = one.history;
  const isKnown = facts.writtenAt(one, 1) + unsureMs < at;
  const isOpen = end === undefined || facts.notWrittenBefore(one, 2) > at + unsureMs;
  return isKnown && isOpen ? [{ ...now, state: "planned" }] : [];
};

/** Nobody is called for what fires in a window; what is muted is so by a window that is about it. */
const disregarded = ({ one }: Known<Alert>, windows: readonly Known<MaintenanceWindow>[], facts: Facts) =>
  one.history.flatMap((entry, index) => {
    const alert = fold(one.history.slice(0, index + 1)) as unknown as Alert;
    if (isCall(entry)) {
      const open = windows.flatMap((window) => surely(window, Date.parse(alert.raisedAt), facts));
      const muting = mutingWindow(open, alert, alert.raisedAt);
      return muting === undefined
        ? []
        : [`${entry.meta.eventId} (${entry.type}) at ${alert.raisedAt} although ${muting.id} mutes it`];
    }
    const muted = entry.type === "AlertMuted" ? alert.muted : undefined;
    if (muted === undefined) return [];
    const own = windows.filter(({ one: { id } }) => id === muted.windowId);
    const isAbout = own.some(
      ({ now }) => mutingWindow([{ ...now, state: "planned" }], alert, now.from) !== undefined,
    );
    return isAbout ? [] : [`${entry.meta.eventId} is muted by ${muted.windowId}, which is not about it`];
  });

/** Maintenance windows are respected while they last, and end. */
export const brokenWindows = (facts: Facts): string[] => {
  const windows = windowsIn(facts);
  const late = windows
    .filter(({ now }) => now.state === "planned" && Date.parse(now.to) + endingMs + graceMs < facts.now)
    .map(({ one, now }) => `${one.id} should have ended at ${now.to}`);
  return [...alertsIn(facts).flatMap((alert) => disregarded(alert, windows, facts)), ...late];
};
