import * as z from "zod";
import { onlyRecord } from "../../shared/dynamo/only-record.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { MajorIncidentSettingsChanged } from "./events-major.ts";
import { Plan } from "./major.ts";

/** More children are not counted: a rule is about when it becomes serious. */
const mostChildren = 100;

export const MajorSettingsFields = z.strictObject({
  rule: z
    .strictObject({
      isOn: z.boolean(),
      priorities: z
        .array(z.union([z.literal(1), z.literal(2)]))
        .max(2)
        .describe("Incidents of these priorities are proposed"),
      children: z
        .number()
        .int()
        .min(2)
        .max(mostChildren)
        .nullable()
        .describe("Incidents with so many consequences are proposed; null: however many"),
    })
    .describe("When the system proposes; people decide"),
  plan: Plan.describe("The plan of a major incident until somebody changes it"),
});
export type MajorSettingsFields = z.infer<typeof MajorSettingsFields>;

export const majorSettingsId = "major-incident-settings";

export const MajorSettings = z.object({
  id: z.literal(majorSettingsId),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  ...MajorSettingsFields.shape,
});
export type MajorSettings = z.infer<typeof MajorSettings> & RecordBase;

/** On from the start: a proposal costs a manager a look, a major incident nobody noticed costs much more. */
export const defaultMajorSettings: MajorSettings = {
  id: majorSettingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  rule: { isOn: true, priorities: [1], children: 5 },
  plan: [
    { group: "callers", audience: "callers", channel: "portal", everyMinutes: 60 },
    { group: "management", audience: "stakeholders", channel: "email", everyMinutes: 30 },
  ],
};

export const changeMajorSettings = (fields: MajorSettingsFields): Decision<MajorSettings> => [
  occurred(MajorIncidentSettingsChanged, fields, fields),
];

export const majorSettingsRecords = onlyRecord<MajorSettings>(defaultMajorSettings);
