import { alertmanagerReport } from "../../services/monitoring/forms/alertmanager.ts";
import { alarmReport, CloudWatchAlarmChanged } from "../../services/monitoring/forms/cloudwatch-alarm.ts";
import { HealthEventCame, healthReport } from "../../services/monitoring/forms/health-event.ts";
import { defaultSettings } from "../../services/monitoring/settings.ts";
import { alertIdOf, type Observation } from "../../services/monitoring/signal.ts";
import type { Task } from "./cloud/client.ts";
import { foreignEvent } from "./cloud/foreign-event.ts";
import type { Facts, Kept } from "./facts.ts";
import { alertsIn } from "./monitoring-facts.ts";

type Report = { readonly alertId: string; readonly isCertain: boolean };

const observed = (given: unknown): readonly Observation[] => {
  const report = alertmanagerReport(given, defaultSettings);
  return "reason" in report ? [] : [report];
};

/** What an event of AWS says, in the same words; nothing where it says nothing or in words that nobody knows. */
const heardIn = ({ operation: { foreign }, index, startedAt }: Task): readonly Observation[] => {
  if (foreign === undefined) return [];
  const event = foreignEvent(foreign, index, startedAt);
  const alarm = CloudWatchAlarmChanged.detail.safeParse(foreign.detail).data;
  const health = HealthEventCame.detail.safeParse(foreign.detail).data;
  const told = alarm
    ? alarmReport({ ...event, detail: alarm }, defaultSettings)
    : health && healthReport({ ...event, detail: health });
  return told === undefined ? [] : [told];
};

/** Events of AWS in words that nobody knows: each is kept once, for people to look at. */
const brokenUnreadables = ({ tasks, kept, items }: Facts): string[] => {
  if (!items.has("monitoring")) return [];
  const isUnknown = ({ foreign }: Task["operation"]) =>
    foreign?.source === CloudWatchAlarmChanged.source &&
    !CloudWatchAlarmChanged.detail.safeParse(foreign.detail).success;
  const sent = tasks.filter(({ operation }) => isUnknown(operation)).length;
  const found = kept
    .filter(({ id, service }) => service === "monitoring" && id.startsWith("UNR"))
    .filter(({ item }) => (item?.record as { source?: string })?.source === CloudWatchAlarmChanged.source);
  return found.length === sent
    ? []
    : [`${sent} events of AWS were in unknown words, kept are ${found.map(({ id }) => id)}`];
};

/** What a request reported as firing; certain when its sender was told that it is kept. */
const firingIn = (task: Task): readonly Report[] => {
  const { operation, outcome } = task;
  const { method, path, body, foreign } = operation;
  if (foreign !== undefined)
    return heardIn(task)
      .filter(({ state }) => state === "firing")
      .map((signal) => ({ alertId: alertIdOf(signal), isCertain: true }));
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
  return [...lost, ...wrong, ...brokenUnreadables(facts)];
};
