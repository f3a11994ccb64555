import * as z from "zod";
import { defaultMatrix, PriorityMatrix } from "../../shared/domain/priority.ts";
import { isStorable } from "../../shared/domain/storable-number.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import { ProblemSettingsChanged } from "./events-candidate.ts";

const similarIncidents = z.number().int().min(2).max(100);
const windowDays = z.number().positive().max(365).refine(isStorable, "Too close to zero");

/** So many like incidents, opened within so many days, make a candidate. */
const Rule = z.strictObject({ similarIncidents, windowDays });
export type Rule = z.infer<typeof Rule>;
const OwnRule = Rule.nullable().optional();

/** Kinds of likeness that say little by themselves, or much: their own rules; null looks for none. */
const Rules = z.strictObject({
  service: OwnRule.describe("Same service, whatever the category"),
  category: OwnRule.describe("Same category and subcategory, whatever the service"),
  text: OwnRule.describe("Titles with mostly the same words, in any form, with slips and synonyms"),
});

export const SettingsFields = z.strictObject({
  similarIncidents: similarIncidents.describe("For the same CI, and for the same service and category"),
  windowDays,
  rules: Rules.optional().describe("Rules for other kinds of likeness; the usual ones without"),
  matrix: PriorityMatrix.default(defaultMatrix).describe("matrix[impact][urgency] is the priority"),
  heldIncidents: z
    .enum(["resolve", "offer"])
    .default("resolve")
    .describe("When a problem is resolved: resolve incidents that are on hold for it, or tell their agents"),
  openTasks: z
    .enum(["block", "cancel"])
    .default("block")
    .describe("What open tasks mean for the end: they are in its way, or are cancelled by it"),
  fixedByChange: z
    .enum(["resolve", "leave"])
    .default("resolve")
    .describe(
      "When all its changes are over and one was successful: resolve the problem, or leave it to people",
    ),
  likeIncidents: z
    .enum(["link", "leave"])
    .default("leave")
    .describe(
      "New incidents like those that a problem got from a candidate (same CI, service and category, or title): tie them to it while it is open, or leave it to people",
    ),
  causeHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 30)
    .default(72)
    .describe("A change is suspected when it was done at most so many hours before the first incident"),
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
  matrix: defaultMatrix,
  heldIncidents: "resolve",
  openTasks: "block",
  fixedByChange: "resolve",
  likeIncidents: "leave",
  causeHours: 72,
};

/** A whole service or category has incidents every day: only many in short order say anything. */
const usual = {
  service: { similarIncidents: 10, windowDays: 7 },
  category: { similarIncidents: 10, windowDays: 7 },
  text: { similarIncidents: 5, windowDays: 7 },
} as const satisfies Readonly<Record<keyof z.infer<typeof Rules>, Rule>>;

/** The rule for a kind of likeness; undefined where it is not looked for. */
export const ruleFor = (
  kind: string,
  { rules = {}, ...own }: Pick<SettingsFields, "rules" | "similarIncidents" | "windowDays">,
): Rule | undefined => {
  if (kind !== "service" && kind !== "category" && kind !== "text") return own;
  const rule = rules[kind];
  return rule === null ? undefined : (rule ?? usual[kind]);
};

export const changeSettings = (fields: SettingsFields): Decision<ProblemSettings> => [
  occurred(ProblemSettingsChanged, fields, { rules: undefined, ...fields }),
];
