import { alertmanagerReport } from "../../services/monitoring/forms/alertmanager.ts";
import { defaultSettings } from "../../services/monitoring/settings.ts";
import { alertIdOf, type Observation } from "../../services/monitoring/signal.ts";
import type { Task } from "./cloud/client.ts";
import type { Facts, Kept } from "./facts.ts";
import { alertsIn } from "./monitoring-facts.ts";

type Report = { readonly alertId: string; readonly isCertain: boolean };

const observed = (given: unknown): readonly Observation[] => {
  const report = alertmanagerReport(given, defaultSettings);
  return "reason" in report ? [] : [report];
};

/** What a request reported as firing; certain when its sender was told that it is kept. */
const firingIn = ({ operation, outcome }: Task): readonly Report[] => {
  const { method, path, body } = operation;
  if (method !== "POST" || !path.startsWith("/alerts") || outcome === "refused") return [];
  const given = body as Observation & { readonly alerts?: readonly unknown[] };
  const signals = given.alerts === undefined ? [given] : given.alerts.flatMap(observed);
  return signals
    .filter(({ state }) => state === "firing")
    .map((signal) => ({ alertId: alertIdOf(signal), isCertain: outcome === "accepted" }));
};

/** Reports in the history, and those that were only counted. */
const countedIn = ({ history, beside }: Kept): number => {
  // The first of an episode is in the history as the episode, whatever the one before had come to.
  const fires = history.filter(
    ({ changes }) => changes.episode !== undefined || Number(changes.fires?.to ?? 0) > 0,
  ).length;
  const tallies = beside.filter(({ sk }) => /^TALLY#\d+$/.test(sk));
  return tallies.reduce((sum, { count }) => sum + Number(count), fires);
};

/**
 * Recoveries of an alert. One that turns out to be older than a report that was counted does not stand, and that
 * report is then in the history as well.
 */
const recoveriesIn = ({ history }: Kept): number =>
  history.filter(({ changes }) => changes.observed?.to === "recovered").length;

/** Every report that was accepted is counted, and none more often than it was sent. */
export const brokenCounts = (facts: Facts): string[] => {
  const reports = facts.tasks.flatMap(firingIn);
  const kept = new Map(alertsIn(facts).map(({ one }) => [one.id, one]));
  const ids = new Set(reports.filter(({ isCertain }) => isCertain).map(({ alertId }) => alertId));
  const lost = [...ids].filter((id) => !kept.has(id)).map((id) => `${id} was reported and is not there`);
  const wrong = [...kept].flatMap(([id, one]) => {
    const own = reports.filter(({ alertId }) => alertId === id);
    const least = own.filter(({ isCertain }) => isCertain).length;
    const most = own.length + recoveriesIn(one);
    const counted = countedIn(one);
    return counted >= least && counted <= most
      ? []
      : [`${id} has counted ${counted} reports, of which there were ${least} to ${most}`];
  });
  return [...lost, ...wrong];
};
