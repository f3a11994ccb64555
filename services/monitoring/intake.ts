import { Refusal } from "../../shared/domain/refusal.ts";
import type { Alert } from "./alert.ts";
import { decideAlert } from "./circumstances.ts";
import { minutes } from "./decisions/circumstances.ts";
import { observe } from "./decisions/observe.ts";
import { repeat } from "./decisions/settle.ts";
import { withCis } from "./find-cis.ts";
import { alertIdOf, type Observation } from "./signal.ts";
import type { MonitoringContext } from "./table.ts";

/** A tool's clock may be ahead by so much; an instant beyond would make everything after it old. */
const aheadMs = 5 * minutes;

/** Its instant in UTC: now where the tool says none; refused where it has not come yet. */
export const instantOf = (occurredAt: string | undefined, now: string, path: string): string => {
  if (occurredAt === undefined) return now;
  const at = new Date(occurredAt);
  if (at.getTime() > Date.parse(now) + aheadMs)
    throw new Refusal("invalid_input", undefined, [{ path, message: "This is in the future" }]);
  return at.toISOString();
};

const tallyName = ({ episode }: Pick<Alert, "episode">): string => String(episode);

/** Recoveries of what is well already are counted, too, for their instants. */
const wellName = "well";

const count = async (alert: Alert, signal: Observation, context: MonitoringContext): Promise<void> => {
  const isFiring = signal.state === "firing";
  const key = { id: alert.id, name: isFiring ? tallyName(alert) : wellName };
  const { count: counted } = await context.tallies.add(key, signal.occurredAt, alert);
  if (!isFiring || repeat(alert, alert.episode, counted).length === 0) return;
  const { alerts } = context.part("told");
  await alerts.update(alert.id, undefined, (current) => repeat(current, alert.episode, counted));
};

/** The latest instant at which the opposite was reported and only counted; empty where it never was. */
const latestOpposite = async (alert: Alert, { state }: Observation, { tallies }: MonitoringContext) => {
  if (alert.version === 0) return "";
  const name = state === "recovered" ? tallyName(alert) : wellName;
  return (await tallies.read({ id: alert.id, name }))?.latest ?? "";
};

/** Whether a report would be a change, but the tally knows of something later: then it is old. */
const isOutdated = async (signal: Observation, alert: Alert, context: MonitoringContext): Promise<boolean> =>
  alert.observed !== undefined &&
  alert.observed !== signal.state &&
  (await latestOpposite(alert, signal, context)) > signal.occurredAt;

/**
 * Takes in one report: into the alert's history where it changes something, into a tally where it does not. A
 * count is not tied to the alert's version, so both sides look at the other once more after their write: a
 * change that turns out to be older than a counted report does not stand.
 */
export const takeIn = async (said: Observation, context: MonitoringContext): Promise<Alert> => {
  const signal = await withCis(said, context);
  const id = alertIdOf(signal);
  const before = await context.alerts.get(id);
  const observeIn = (report: Observation, within: MonitoringContext) =>
    decideAlert(id, report, within, (alert, on) => observe(alert, report, on), { before });

  if (await isOutdated(signal, before, context)) {
    if (signal.state === "firing") await count(before, signal, context);
    return before;
  }
  const { alert, verdict } = await observeIn(signal, context);
  if (verdict?.kind === "counted") {
    await count(alert, signal, context);
    return (await observeIn(signal, context.part("recounted"))).alert;
  }
  // Of what nobody had reported nothing has been counted either.
  if (before.version === 0 && alert.version === 1) return alert;
  const latest = alert.observed === signal.state ? await latestOpposite(alert, signal, context) : "";
  if (latest === "" || latest <= alert.observedAt) return alert;
  const state = signal.state === "firing" ? "recovered" : "firing";
  const outdoing = { ...signal, ...asReported(alert), state, occurredAt: latest } as const;
  return (await observeIn(outdoing, context.part("outdone"))).alert;
};

/** What the tool said of it when it last fired. */
const asReported = ({ severity, summary, serviceId, ciIds, category, links, labels }: Alert) => ({
  severity,
  summary,
  serviceId,
  ciIds,
  category,
  links,
  labels,
});

/** The alert with every report counted. */
export const withCount = async <T extends Alert>(alert: T, { tallies }: MonitoringContext): Promise<T> => {
  const tally = await tallies.read({ id: alert.id, name: tallyName(alert) });
  return counted(alert, tally);
};

const counted = <T extends Alert>(alert: T, tally: { count: number; lastAt: string } | undefined): T => ({
  ...alert,
  occurrences: alert.fires + (tally?.count ?? 0),
  lastAt: tally && tally.lastAt > alert.raisedAt ? tally.lastAt : alert.raisedAt,
});

/** The same for a page of them. */
export const withCounts = async (
  alerts: readonly Alert[],
  { tallies }: MonitoringContext,
): Promise<readonly Alert[]> => {
  const keys = alerts.map((alert) => ({ id: alert.id, name: tallyName(alert) }));
  const found = keys.length === 0 ? new Map() : await tallies.readAll(keys);
  return alerts.map((alert) => counted(alert, found.get(alert.id)));
};
