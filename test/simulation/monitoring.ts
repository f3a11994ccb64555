import { monitoringService } from "../../services/monitoring/service.ts";
import { defaultSettings } from "../../services/monitoring/settings.ts";
import {
  alertRecords,
  settingsRecords,
  stormRecords,
  unreadableRecords,
  windowRecords,
} from "../../services/monitoring/table.ts";
import type { Random } from "./machine/random.ts";
import { brokenAlerts } from "./monitoring-alerts.ts";
import { brokenCounts } from "./monitoring-counts.ts";
import { foreignReport } from "./monitoring-foreign.ts";
import { brokenAlertIncidents } from "./monitoring-incidents.ts";
import { brokenStorms } from "./monitoring-storms.ts";
import { brokenWindows } from "./monitoring-windows.ts";
import { type Model, type Operation, type Simulated, storedKind } from "./simulated.ts";

const minute = 60_000;
/** Few checks on few things, so that they fire again and again, flap, and come together as storms. */
const checks = ["ping", "disk"] as const;
const resources = ["db-1", "app-1"] as const;
const services = ["mail", undefined] as const;
const severities = ["critical", "critical", "warning", "info"] as const;

const instant = ({ now }: Model, minutes: number): string => new Date(now() + minutes * minute).toISOString();

const stateOf = (random: Random): "firing" | "recovered" => (random.chance(0.6) ? "firing" : "recovered");

const report = (random: Random, model: Model): Operation => ({
  as: "robot",
  method: "POST",
  path: "/alerts",
  isKeyed: random.chance(0.7),
  // A repeat is counted, not written as a version.
  mayChangeNothing: true,
  body: {
    source: "probe",
    resource: random.pick(resources),
    check: random.pick(checks),
    state: stateOf(random),
    severity: random.pick(severities),
    serviceId: random.pick(services),
    ciIds: ["db-1"],
    // News that comes late, or by a clock that is a little ahead.
    ...(random.chance(0.2) ? { occurredAt: instant(model, random.pick([-20, -3, -1, 1])) } : {}),
  },
});

const mostAlerts = 5;

/** Several at once, of which some are reported twice. */
const webhook = (random: Random, model: Model): Operation => ({
  as: "robot",
  method: "POST",
  path: "/alerts/alertmanager",
  isKeyed: random.chance(0.7),
  mayChangeNothing: true,
  parts: mostAlerts,
  body: {
    version: "4",
    alerts: Array.from({ length: random.between(2, mostAlerts) }, () => ({
      status: random.chance(0.75) ? "firing" : "resolved",
      labels: {
        alertname: random.pick(checks),
        instance: random.pick(resources),
        service: "mail",
        severity: random.pick(severities),
      },
      startsAt: instant(model, random.pick([-2, 0])),
      endsAt: instant(model, 0),
    })),
  },
});

const plan = (random: Random, model: Model): Operation => ({
  as: "chad",
  method: "POST",
  path: "/maintenance-windows",
  isKeyed: random.chance(0.8),
  body: {
    ...random.pick<object>([{ all: true }, { serviceIds: ["mail"] }, { ciIds: ["db-1"] }]),
    from: instant(model, random.pick([-1, 0, 5])),
    to: instant(model, random.pick([8, 30, 600])),
    reason: model.word(),
  },
});

const cancel = (random: Random, model: Model): Operation => {
  const planned = model.seen("MNT").filter(({ state }) => state === "planned");
  if (planned.length === 0) return plan(random, model);
  const { id, version } = random.pick(planned);
  return {
    as: "chad",
    method: "POST",
    path: `/maintenance-windows/${id}/cancel`,
    body: { reason: model.word() },
    isKeyed: random.chance(0.8),
    ...(random.chance(0.2) ? { ifMatch: version } : {}),
  };
};

const { id: _id, version: _version, createdAt: _made, updatedAt: _changed, ...usual } = defaultSettings;

/** Small numbers, so that few reports make a storm, or flap. */
const settings = (random: Random, model: Model): Operation => ({
  as: "ada",
  method: "PUT",
  path: "/monitoring-settings",
  ifMatch: model.seen("monitoring-settings")[0]?.version ?? 0,
  body: {
    ...usual,
    reopenMinutes: random.pick([1, 10, 60]),
    flapping: { changes: random.between(3, 5), minutes: 30, stableMinutes: 5 },
    storm: { ...usual.storm, alerts: random.between(2, 4), minutes: 10, quietMinutes: 5 },
  },
});

const read = (random: Random): Operation => ({
  as: random.pick(["ann", "chad"] as const),
  method: "GET",
  path: random.pick(["/alerts", "/alert-storms", "/maintenance-windows"]),
});

/** Tools that report the same checks at once, and people who say when alerts are expected. */
export const simulatedMonitoring: Simulated = {
  service: monitoringService as unknown as Simulated["service"],
  share: 8,
  kinds: [
    storedKind(alertRecords, (id) => /^ALT\d{24}$/.test(id)),
    storedKind(stormRecords, (id) => /^STM\d+$/.test(id)),
    storedKind(windowRecords, (id) => /^MNT\d+$/.test(id)),
    storedKind(unreadableRecords, (id) => /^UNR\d+$/.test(id)),
    storedKind(settingsRecords, (id) => id === "monitoring-settings"),
  ],
  operation: (random, model) => {
    if (model.seen("monitoring-settings").length === 0 && random.chance(0.3)) return settings(random, model);
    return random.weighted([
      [10, report],
      [3, webhook],
      [3, foreignReport],
      [1.5, plan],
      [1, cancel],
      [0.3, settings],
      [0.5, read],
    ])(random, model);
  },
  broken: (facts) => [
    ...brokenCounts(facts),
    ...brokenAlerts(facts),
    ...brokenWindows(facts),
    ...brokenStorms(facts),
    ...brokenAlertIncidents(facts),
  ],
};
