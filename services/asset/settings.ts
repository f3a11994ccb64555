import * as z from "zod";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { AssetFields } from "./asset.ts";
import { AssetSettingsChanged } from "./events-kept.ts";

const Field = z.enum(Object.keys(AssetFields.shape) as [keyof AssetFields, ...(keyof AssetFields)[]]);

/** What those who answer for assets decide for everybody. */
export const SettingsFields = z.strictObject({
  approvedFields: z
    .array(Field)
    .max(30)
    .refine((names) => new Set(names).size === names.length, "Each field once")
    .default([])
    .describe("Fields that nobody changes alone: one proposes, another asset manager approves"),
});
type SettingsFields = z.infer<typeof SettingsFields>;

export const settingsId = "asset-settings";

export const AssetSettings = z
  .object({ id: z.literal(settingsId), ...recordFields, ...SettingsFields.shape })
  .meta({ id: "AssetSettings" });
export type AssetSettings = z.infer<typeof AssetSettings> & RecordBase;

export const defaultSettings: AssetSettings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...SettingsFields.parse({}),
};

export const changeSettings = (fields: SettingsFields): Decision<AssetSettings> => [
  occurred(AssetSettingsChanged, { settings: fields }, fields),
];
