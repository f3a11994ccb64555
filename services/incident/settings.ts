import * as z from "zod";
import { defaultMatrix, PriorityMatrix } from "../../shared/domain/priority.ts";
import { isStorable } from "../../shared/domain/storable-number.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { IncidentSettingsChanged } from "./events.ts";
import { TeamId } from "./incident.ts";
import { Vips } from "./special-handling.ts";

const storable = "Too close to zero";
/** As the field's desks call their first line; who names it otherwise says so here. */
const usualRestrictedTeam = "service-desk";
const Hours = z.number().positive().max(10_000).refine(isStorable, storable);

/** What an administrator decides for the whole desk. */
export const SettingsFields = z.strictObject({
  matrix: PriorityMatrix.describe("matrix[impact][urgency] is the priority"),
  autoCloseDays: z
    .number()
    .min(0)
    .max(365)
    .refine(isStorable, storable)
    .describe("Days from the last activity after resolution to closing"),
  reopenDays: z
    .number()
    .min(0)
    .max(3650)
    .refine(isStorable, storable)
    .describe("Days after closing in which agents may reopen"),
  targetHours: z
    .strictObject({ 1: Hours, 2: Hours, 3: Hours, 4: Hours, 5: Hours })
    .describe("Hours from opening to the time a priority should be resolved by, around the clock"),
  restrictedTeamId: TeamId.default(usualRestrictedTeam).describe(
    "Team that gets restricted incidents with neither a team nor an assignee: nobody else could work on them",
  ),
  openTasks: z
    .enum(["block", "cancel"])
    .default("block")
    .describe("What open tasks mean for resolving or closing: they are in its way, or are cancelled by it"),
  vips: Vips.default([]).describe(
    "Callers who need special handling; incidents know it from their opening, or from when they get such a caller",
  ),
  vipUrgency: z
    .enum(["keep", "raise"])
    .default("keep")
    .describe("raise: a report for such a caller begins one level more urgent, which its reporter can see"),
});
export type SettingsFields = z.infer<typeof SettingsFields>;

export const Settings = z.object({
  id: z.literal("incident-settings"),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  ...SettingsFields.shape,
});
export type Settings = z.infer<typeof Settings> & RecordBase;

export const settingsId = "incident-settings";

/** Until somebody decides otherwise: priorities, closing and targets as is common practice in the field. */
export const defaultSettings: Settings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  matrix: defaultMatrix,
  autoCloseDays: 5,
  reopenDays: 30,
  targetHours: { 1: 4, 2: 8, 3: 72, 4: 120, 5: 240 },
  restrictedTeamId: usualRestrictedTeam,
  openTasks: "block",
  vips: [],
  vipUrgency: "keep",
};

export const changeSettings = (fields: SettingsFields): Decision<Settings> => [
  occurred(IncidentSettingsChanged, fields, fields),
];
