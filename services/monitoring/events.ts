import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.monitoring";

/**
 * What every alert event says about the alert as it is after the event. `transition` counts the changes of
 * `state` that others were told of: a consumer that remembers the highest it acted on is never misled by an
 * older event that comes late. Labels are not published.
 */
export const AlertSnapshot = z.object({
  id: z.string(),
  source: z.string(),
  resource: z.string(),
  check: z.string(),
  state: z.enum(["firing", "recovered"]),
  severity: z.string(),
  summary: z.string(),
  serviceId: z.string().optional(),
  ciIds: z.array(z.string()),
  category: z.string().optional(),
  links: z.array(z.object({ title: z.string().optional(), url: z.string() })),
  impact: z.number().int(),
  urgency: z.number().int(),
  episode: z.number().int().describe("Counts its times of firing; an incident belongs to one of them"),
  transition: z.number().int(),
  raisedAt: z.string(),
  observedAt: z.string().describe("Since when it is so, by the tool's clock"),
  occurrences: z.number().int(),
  incident: z
    .enum(["own", "storm", "none"])
    .describe("Whether it has an incident of its own, shares a storm's, or has none (muted, informational)"),
  flapping: z.boolean(),
  mutedUntil: z.string().optional(),
  stormId: z.string().optional(),
  incidentId: z.string().optional().describe("As far as monitoring knows"),
  parentIncidentId: z.string().optional(),
});
export type AlertSnapshot = z.infer<typeof AlertSnapshot>;

const alertEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ alert: AlertSnapshot }) });

export const AlertRaised = alertEvent(
  "AlertRaised",
  "A check fails, or still fails when nothing mutes it any more.",
);
export const AlertReopened = alertEvent("AlertReopened", "It fails again, soon after it had recovered.");
export const AlertChanged = alertEvent(
  "AlertChanged",
  "It fails as before and means something else: another severity, or more that it is about.",
);
export const AlertRecovered = alertEvent("AlertRecovered", "The check is well (also if it never failed).");
export const AlertMuted = alertEvent("AlertMuted", "The check fails, as expected in a maintenance window.");
export const AlertRepeated = alertEvent("AlertRepeated", "It was reported 10, 100, 1,000 ... times.");
export const AlertFlapping = alertEvent("AlertFlapping", "It changes to and fro; its incident stays open.");
export const AlertSteadied = alertEvent("AlertSteadied", "It has stopped changing to and fro.");
export const AlertGrouped = alertEvent(
  "AlertGrouped",
  "It turned out to be one of the first alerts of a storm.",
);
export const AlertLinked = defineEvent({
  source,
  type: "AlertLinked",
  version: 1,
  summary: "An incident of it is known; it may have been opened for what is over by now.",
  data: z.object({
    alert: AlertSnapshot,
    incidentId: z.string(),
    isCurrent: z.boolean().describe("It is for the present episode of the alert"),
  }),
});

const StormSnapshot = z.object({
  id: z.string(),
  state: z.enum(["active", "ended", "cleared"]),
  serviceId: z.string().optional(),
  source: z.string().optional(),
  impact: z.number().int(),
  urgency: z.number().int(),
  alerts: z.number().int().describe("As many alerts ..."),
  minutes: z.number().describe("... in as many minutes made it a storm"),
  members: z.array(z.object({ alertId: z.string(), episode: z.number().int() })),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  total: z.number().int().optional().describe("Alerts it had taken in when it ended"),
  incidentId: z.string().optional(),
});
export type StormSnapshot = z.infer<typeof StormSnapshot>;

const stormEvent = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: z.object({ storm: StormSnapshot }) });

export const StormDetected = stormEvent("StormDetected", "Many alerts on one service: further ones join it.");
export const StormLinked = stormEvent("StormLinked", "Its incident is known.");
export const StormEnded = stormEvent(
  "StormEnded",
  "No new alert for a while; further ones stand for themselves.",
);
export const StormCleared = stormEvent("StormCleared", "All its alerts have recovered.");

const windowEvent = (type: string, summary: string) =>
  defineEvent({
    source,
    type,
    version: 1,
    summary,
    data: z.object({
      window: z.object({
        id: z.string(),
        state: z.enum(["planned", "ended", "cancelled"]),
        all: z.boolean(),
        serviceIds: z.array(z.string()),
        ciIds: z.array(z.string()),
        from: z.string(),
        to: z.string(),
        reason: z.string(),
      }),
    }),
  });

export const MaintenanceWindowPlanned = windowEvent("MaintenanceWindowPlanned", "Alerts are expected then.");
export const MaintenanceWindowCancelled = windowEvent(
  "MaintenanceWindowCancelled",
  "They are not, after all.",
);
export const MaintenanceWindowEnded = windowEvent("MaintenanceWindowEnded", "Its time is over.");

export const UnreadableReportKept = defineEvent({
  source,
  type: "UnreadableReportKept",
  version: 1,
  summary: "A report came in a form that nobody knows; somebody should look at it.",
  data: z.object({ source: z.string(), form: z.string(), reason: z.string() }),
});

const Meaning = z.object({ impact: z.number(), urgency: z.number(), opensIncident: z.boolean() });

export const MonitoringSettingsChanged = defineEvent({
  source,
  type: "MonitoringSettingsChanged",
  version: 1,
  summary: "What is made of alerts changed.",
  data: z.object({
    reopenMinutes: z.number(),
    flapping: z.object({ changes: z.number(), minutes: z.number(), stableMinutes: z.number() }),
    storm: z.object({
      alerts: z.number(),
      minutes: z.number(),
      quietMinutes: z.number(),
      impact: z.number(),
      urgency: z.number(),
    }),
    severities: z.record(z.string(), Meaning),
    otherSeverities: Meaning,
    insufficientData: z.string(),
    serviceLabel: z.string(),
    ciLabel: z.string(),
  }),
});

export const monitoringEvents = [
  AlertRaised,
  AlertReopened,
  AlertChanged,
  AlertRecovered,
  AlertMuted,
  AlertRepeated,
  AlertFlapping,
  AlertSteadied,
  AlertGrouped,
  AlertLinked,
  StormDetected,
  StormLinked,
  StormEnded,
  StormCleared,
  MaintenanceWindowPlanned,
  MaintenanceWindowCancelled,
  MaintenanceWindowEnded,
  UnreadableReportKept,
  MonitoringSettingsChanged,
];
