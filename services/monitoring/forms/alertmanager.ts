import * as z from "zod";
import type { SettingsFields } from "../settings.ts";
import { fitted, fittedKey, limits, type Observation } from "../signal.ts";

/** Alerts in one request: with the API's time-out in mind, far above what a well-cut group holds. */
export const mostAlerts = 1000;

/** The webhook of Prometheus Alertmanager, version 4. Its alerts are read one by one: one bad one spoils no other. */
export const AlertmanagerWebhook = z.looseObject({
  version: z.literal("4"),
  receiver: z.string().max(500).optional(),
  groupKey: z.string().max(10_000).optional(),
  truncatedAlerts: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe("Alerts that Alertmanager left out (`max_alerts`)"),
  alerts: z
    .array(z.record(z.string(), z.unknown()))
    .max(mostAlerts)
    .describe("With status, labels, annotations, startsAt, endsAt and generatorURL"),
});

const Texts = z.record(z.string(), z.string());
const AlertmanagerAlert = z.looseObject({
  status: z.enum(["firing", "resolved"]),
  labels: Texts.refine((labels) => Boolean(labels.alertname), { path: ["alertname"], error: "Missing" }),
  annotations: Texts.default({}),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }).optional(),
  generatorURL: z.string().optional(),
});

/** What identifies an alert to Prometheus is all of its labels, so two that differ in any are never merged. */
const resourceOf = ({ alertname: _name, ...labels }: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = pairs.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(",");
  return fittedKey(text === "" ? "none" : text, limits.resource);
};

const shown = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(labels)
      .slice(0, limits.labels)
      .map(([name, value]) => [fitted(name, limits.labelName) || "_", fitted(value, limits.labelValue)]),
  );

const linksOf = (annotations: Readonly<Record<string, string>>, generator = ""): Observation["links"] =>
  [
    { title: "Runbook", url: annotations.runbook_url ?? "" },
    { title: "Source", url: generator },
  ].filter(({ url }) => /^https?:\/\//.test(url) && url.length <= 1000 && URL.canParse(url));

type Labels = Pick<SettingsFields, "serviceLabel" | "ciLabel">;

const aboutOf = (labels: Readonly<Record<string, string>>, { serviceLabel, ciLabel }: Labels) => {
  const named = (label: string) => (Object.hasOwn(labels, label) ? fitted(labels[label], 128) : "");
  const [serviceId, ciId] = [named(serviceLabel), named(ciLabel)];
  return { ciIds: ciId === "" ? [] : [ciId], ...(serviceId === "" ? {} : { serviceId }) };
};

/** The report in one alert, or the reason why it is none. */
export const alertmanagerReport = (
  given: unknown,
  settings: Labels,
): Observation | { readonly reason: string } => {
  const { data: alert, error } = AlertmanagerAlert.safeParse(given);
  if (error) {
    const [issue] = error.issues;
    return { reason: `${issue?.path.map(String).join(".")}: ${issue?.message}` };
  }
  const { labels, annotations, status, startsAt, endsAt = startsAt } = alert;
  const { alertname = "", severity = "unknown" } = labels;
  const name = fittedKey(alertname, limits.check);
  if (name === "") return { reason: "labels.alertname: Empty" };
  const words = annotations.summary || annotations.description || annotations.message;
  return {
    source: "alertmanager",
    resource: resourceOf(labels),
    check: name,
    state: status === "firing" ? "firing" : "recovered",
    severity: fitted(severity, limits.severity) || "unknown",
    summary: fitted(words, limits.summary) || fitted(`${alertname} ${labels.instance ?? ""}`, limits.summary),
    ...aboutOf(labels, settings),
    occurredAt: new Date(status === "firing" ? startsAt : endsAt).toISOString(),
    links: linksOf(annotations, alert.generatorURL),
    labels: shown(labels),
  };
};
