import * as z from "zod";
import { isStorable } from "../../shared/domain/storable-number.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { ProblemSettingsChanged } from "./events-candidate.ts";

/** When like incidents are worth a look: this many, opened within this many days. */
export const SettingsFields = z.strictObject({
  similarIncidents: z.number().int().min(2).max(100),
  windowDays: z.number().positive().max(365).refine(isStorable, "Too close to zero"),
});
export type SettingsFields = z.infer<typeof SettingsFields>;

export const ProblemSettings = z.object({
  id: z.literal("problem-settings"),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  ...SettingsFields.shape,
});
export type ProblemSettings = z.infer<typeof ProblemSettings> & RecordBase;

export const settingsId = "problem-settings";

export const defaultSettings: ProblemSettings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  similarIncidents: 3,
  windowDays: 7,
};

export const changeSettings = (fields: SettingsFields): Decision<ProblemSettings> => [
  occurred(ProblemSettingsChanged, fields, fields),
];
