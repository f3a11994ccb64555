import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { Category, Language } from "./content.ts";
import { KnowledgeSettingsChanged, usualSynonyms } from "./events.ts";

const Reviewers = z.strictObject({
  category: Category,
  personIds: z.array(ForeignId).max(20).default([]),
  teamIds: z.array(ForeignId).max(10).default([]),
});

/** One word without blanks, as the search compares them. */
const Word = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}\p{M}]{1,64}$/u, "One word of letters and digits");

/** When the resolution of an incident is worth an article (KCS: capture what is reused, not everything). */
const Proposals = z.strictObject({
  enabled: z.boolean().default(true),
  leastCharacters: z.int().min(0).max(10_000).default(80).describe("Shorter resolutions say too little"),
  repeats: z
    .int()
    .min(1)
    .max(50)
    .default(3)
    .describe("So many like incidents, this one included, make one draft"),
  windowDays: z.int().min(1).max(365).default(30).describe("Within so many days"),
  withoutCodes: z
    .array(ShortText)
    .max(50)
    .default(["duplicate", "no_fault_found", "cancelled_by_caller", "resolved_by_problem"])
    .describe("Resolution codes that teach nobody anything"),
});

/** What those who manage knowledge decide for everybody. */
export const SettingsFields = z
  .strictObject({
    reviewers: z.array(Reviewers).max(100).default([]).describe("By category; knowledge managers review all"),
    validDays: z
      .int()
      .min(1)
      .max(3650)
      .optional()
      .describe("How long what is published is valid; without: for ever"),
    remindDays: z.int().min(0).max(365).default(30).describe("How long before its end the owner is reminded"),
    proposals: Proposals.prefault({}),
    deflectionHours: z
      .int()
      .min(1)
      .max(168)
      .default(24)
      .describe("Who opens a suggestion and no ticket for so long was helped by it"),
    searchLogDays: z
      .int()
      .min(1)
      .max(90)
      .default(30)
      .describe("Searches without a result are forgotten after it"),
    languages: z
      .array(Language)
      .max(20)
      .default([])
      .describe("What is published is to be there in these languages, too: a task for each that is missing"),
    synonyms: z
      .array(z.array(Word).min(1).max(20))
      .max(500)
      .default(usualSynonyms.map((same) => [...same]))
      .describe("Words that mean the same to who searches"),
  })
  .refine(fitsBytes(96_000), "At most 96 kB in all")
  .refine(({ reviewers }) => new Set(reviewers.map(({ category }) => category)).size === reviewers.length, {
    path: ["reviewers"],
    error: "Name each category once",
  });
export type SettingsFields = z.infer<typeof SettingsFields>;

export const Settings = z
  .object({ id: z.literal("knowledge-settings"), ...recordFields, ...SettingsFields.shape })
  .meta({ id: "KnowledgeSettings" });
export type Settings = z.infer<typeof Settings> & RecordBase;

export const settingsId = "knowledge-settings";

export const defaultSettings: Settings = {
  id: settingsId,
  version: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  ...SettingsFields.parse({}),
};

export const changeSettings = (fields: SettingsFields): Decision<Settings> => {
  const { validDays, remindDays, deflectionHours, searchLogDays, synonyms } = fields;
  const data = { validDays, remindDays, deflectionHours, searchLogDays, synonyms };
  return [occurred(KnowledgeSettingsChanged, data, { ...fields, validDays })];
};

/** Who is asked to review an article of a category. */
export const reviewersFor = (
  category: string | undefined,
  { reviewers }: SettingsFields,
): { personIds: string[]; teamIds: string[] } => {
  const found = reviewers.find((each) => each.category === category);
  return { personIds: found?.personIds ?? [], teamIds: found?.teamIds ?? [] };
};
