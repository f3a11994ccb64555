import * as z from "zod";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId } from "../../shared/domain/texts.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { RequestSettingsChanged } from "./events-kept.ts";

/** What an administrator decides for all requests. */
export const SettingsFields = z.strictObject({
  orderForOthers: z
    .enum(["anybody", "leads_and_agents"])
    .default("anybody")
    .describe("Who may ask for something for somebody else; who leads a team may for its members"),
  lastResortRole: ForeignId.default("admin").describe(
    "Who is asked where a step of approval has nobody left: no manager, or only who asks",
  ),
  asksSatisfaction: z.boolean().default(true).describe("Who got something is asked how it was"),
  lowScore: z.number().int().min(1).max(4).default(2).describe("Up to this score somebody follows up"),
  followUpDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .default(2)
    .describe("In so many working days a low score is followed up"),
  calendarId: ForeignId.optional().describe(
    "The calendar whose working days are counted until something is there; Monday to Friday unless given",
  ),
  knownPeopleOnly: z
    .boolean()
    .default(false)
    .describe("Nobody is asked for, or named in a form, whom nobody has named and no team has as a member"),
  usualTeamId: ForeignId.default("service-desk").describe(
    "The team that fulfils what neither a step nor its item gives to one",
  ),
});
export type SettingsFields = z.infer<typeof SettingsFields>;

export const RequestSettings = z
  .object({ id: z.literal("request-settings"), ...recordFields, ...SettingsFields.shape })
  .meta({ id: "RequestSettings" });
export type RequestSettings = z.infer<typeof RequestSettings> & RecordBase;

export const settingsId = "request-settings";

export const defaultSettings: RequestSettings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...SettingsFields.parse({}),
};

export const changeSettings = (fields: SettingsFields): Decision<RequestSettings> => [
  occurred(RequestSettingsChanged, { settings: fields }, fields),
];
