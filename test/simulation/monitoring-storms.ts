import { defaultSettings, type MonitoringSettings } from "../../services/monitoring/settings.ts";
import { type Storm, scopeOf } from "../../services/monitoring/storm.ts";
import type { Facts } from "./facts.ts";
import { alertsIn, graceMs, type Known, stormsIn } from "./monitoring-facts.ts";

const minute = 60_000;
/** A storm is cleared so long after its end at the earliest (`end-storms.ts`). */
const afterEndMs = 5 * minute;

/** The longest quiet that was ever asked for: by then it has ended by any settings. */
const quietMs = ({ kept }: Facts): number => {
  const { history = [] } = kept.find(({ id }) => id === "monitoring-settings") ?? {};
  const asked = history.flatMap(({ changes: { storm } }) =>
    storm === undefined ? [] : [(storm.to as MonitoringSettings["storm"]).quietMinutes],
  );
  return Math.max(defaultSettings.storm.quietMinutes, ...asked) * minute;
};

const overdue = ({ one, now: storm }: Known<Storm>, facts: Facts): string[] => {
  const own = alertsIn(facts).filter(({ now }) => now.stormId === one.id);
  const latest = Math.max(
    ...[storm.startedAt, ...own.map(({ now }) => now.raisedAt)].map((at) => Date.parse(at)),
  );
  if (storm.state === "active")
    return latest + quietMs(facts) + graceMs < facts.now ? [`${one.id} goes on although all is quiet`] : [];
  const isWell = own.every(({ now }) => now.state === "recovered");
  const since = Math.max(
    latest,
    facts.writtenAt(one, storm.version),
    ...own.map((each) => facts.writtenAt(each.one, each.now.version)),
  );
  return storm.state === "ended" && isWell && since + afterEndMs + graceMs < facts.now
    ? [`${one.id} is not cleared although all its alerts are well`]
    : [];
};

/** Storms end when it is quiet and are cleared when all is well; no two gather around one thing at a time. */
export const brokenStorms = (facts: Facts): string[] => {
  const storms = stormsIn(facts);
  const scopes = storms
    .filter(({ now }) => now.state === "active")
    .map(({ now: { serviceId, source = "" } }) => scopeOf({ serviceId, source }));
  return [
    ...scopes
      .filter((scope, at) => scopes.indexOf(scope) !== at)
      .map((scope) => `two storms around ${scope}`),
    ...storms.flatMap((storm) => overdue(storm, facts)),
  ];
};
