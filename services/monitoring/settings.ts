import * as z from "zod";
import { isStorable } from "../../shared/domain/storable-number.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { MonitoringSettingsChanged } from "./events.ts";

const Level = z.union([z.literal(1), z.literal(2), z.literal(3)]).describe("1 high, 2 medium, 3 low");
const Minutes = (most: number) => z.number().positive().max(most).refine(isStorable, "Too close to zero");
const week = 7 * 24 * 60;

const Meaning = z.strictObject({
  impact: Level,
  urgency: Level,
  opensIncident: z.boolean().describe("False for what is only worth knowing"),
});

/** What an administrator decides about alerts. */
export const SettingsFields = z.strictObject({
  reopenMinutes: Minutes(week).describe("Firing again so soon after recovery reopens the incident"),
  flapping: z.strictObject({
    changes: z.number().int().min(3).max(50),
    minutes: Minutes(24 * 60),
    stableMinutes: Minutes(24 * 60).describe("It flaps no more after so long without a change"),
  }),
  storm: z.strictObject({
    alerts: z.number().int().min(2).max(100).describe("So many new alerts on one service ..."),
    minutes: Minutes(24 * 60).describe("... in so many minutes are a storm"),
    quietMinutes: Minutes(24 * 60).describe("It ends after so long without a new one"),
    impact: Level,
    urgency: Level,
  }),
  severities: z
    .record(z.string().trim().min(1).max(64), Meaning)
    .refine((severities) => Object.keys(severities).length <= 50, "At most 50")
    .describe("What the tools' words for severity mean, in lower case"),
  otherSeverities: Meaning.describe("What any other word means"),
  insufficientData: z
    .enum(["ignore", "firing", "recovered"])
    .describe("What a CloudWatch alarm without data is; `ignore` leaves the alert as it was"),
  serviceLabel: z
    .string()
    .trim()
    .min(1)
    .max(128)
    .describe("Label that names the service, where nothing else does"),
  ciLabel: z.string().trim().min(1).max(128).describe("Label that names the CI, where nothing else does"),
});
export type SettingsFields = z.infer<typeof SettingsFields>;

export const MonitoringSettings = z.object({
  id: z.literal("monitoring-settings"),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  ...SettingsFields.shape,
});
export type MonitoringSettings = z.infer<typeof MonitoringSettings> & RecordBase;

export const settingsId = "monitoring-settings";

const opens = (impact: 1 | 2 | 3, urgency: 1 | 2 | 3) => ({ impact, urgency, opensIncident: true });
const worthKnowing = { impact: 3, urgency: 3, opensIncident: false } as const;

/** Until somebody decides otherwise. Severities are the words of the common tools and of AWS Health. */
export const defaultSettings: MonitoringSettings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  reopenMinutes: 60,
  flapping: { changes: 6, minutes: 30, stableMinutes: 15 },
  storm: { alerts: 20, minutes: 5, quietMinutes: 10, impact: 1, urgency: 1 },
  severities: {
    critical: opens(2, 1),
    error: opens(2, 2),
    major: opens(2, 2),
    alarm: opens(2, 2),
    minor: opens(3, 2),
    warning: opens(3, 3),
    info: worthKnowing,
    none: worthKnowing,
    issue: opens(2, 2),
    scheduledchange: worthKnowing,
    accountnotification: worthKnowing,
    investigation: worthKnowing,
  },
  otherSeverities: opens(3, 2),
  insufficientData: "ignore",
  serviceLabel: "service",
  ciLabel: "ci",
};

/** What a tool's word for severity means here. */
export const meaningOf = ({ severities, otherSeverities }: SettingsFields, severity: string) => {
  const word = severity.toLowerCase();
  return (Object.hasOwn(severities, word) ? severities[word] : undefined) ?? otherSeverities;
};

export const changeSettings = (fields: SettingsFields): Decision<MonitoringSettings> => [
  occurred(MonitoringSettingsChanged, fields, fields),
];
