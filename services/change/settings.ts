import * as z from "zod";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { ChangeSettingsChanged } from "./events-kept.ts";

/** What an administrator decides for all changes. */
export const SettingsFields = z.strictObject({
  approverIsNotRequester: z.boolean().default(true).describe("Nobody approves what they ask for"),
  approverIsNotImplementer: z.boolean().default(true).describe("Nobody approves what they do"),
  implementerIsNotRequester: z.boolean().default(false).describe("Nobody does what they ask for"),
  beginsInWindow: z
    .boolean()
    .default(true)
    .describe("Work begins within the planned window and not outside of it"),
  gateNeedsChange: z
    .boolean()
    .default(true)
    .describe("The gate opens for authorised changes only; otherwise it is shut in freezes only"),
  overrunRaisesPriority: z
    .boolean()
    .default(true)
    .describe("Work that goes on after its window is more urgent"),
  overrunAddsTask: z
    .boolean()
    .default(true)
    .describe("Somebody is to decide whether work that goes on after its window is taken back"),
  unauthorizedLookbackHours: z
    .number()
    .int()
    .min(0)
    .max(720)
    .default(24)
    .describe(
      "So long before a source speaks of a CI a change of it may have been done: as often as it looks",
    ),
  unauthorizedOpensIncident: z
    .enum(["never", "critical", "always"])
    .default("critical")
    .describe("For which CIs an unauthorised change is an incident; `critical`: those of high criticality"),
  suspectHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .default(48)
    .describe("So long after the work on a change an incident may have been caused by it"),
  openTasks: z
    .enum(["block", "cancel"])
    .default("block")
    .describe("What open tasks of its work mean when a change is implemented; at its end they are cancelled"),
});
export type SettingsFields = z.infer<typeof SettingsFields>;

export const ChangeSettings = z
  .object({ id: z.literal("change-settings"), ...recordFields, ...SettingsFields.shape })
  .meta({ id: "ChangeSettings" });
export type ChangeSettings = z.infer<typeof ChangeSettings> & RecordBase;

export const settingsId = "change-settings";

/** Until somebody decides otherwise: who approves neither asks nor does, as auditors expect it. */
export const defaultSettings: ChangeSettings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...SettingsFields.parse({}),
};

export const changeSettings = (fields: SettingsFields): Decision<ChangeSettings> => [
  occurred(ChangeSettingsChanged, { settings: fields }, fields),
];
