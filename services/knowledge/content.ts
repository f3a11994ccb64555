import * as z from "zod";
import { fitsBytes } from "../../shared/domain/fits-bytes.ts";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";

export const PersonId = ForeignId.describe("Subject of the person's token");
const TeamId = ForeignId.describe("Id of a team");
const CiId = ForeignId.describe("Id of a configuration item");
const ServiceId = ForeignId.describe("Id of a business service");
export const Category = ShortText.describe("As incidents are categorized, such as `network`");

/** What an article is for; each has a template with the parts that its readers look for. */
export const ArticleKind = z.enum(["how_to", "known_error", "faq", "runbook"]);
export type ArticleKind = z.infer<typeof ArticleKind>;

export const Audience = z
  .enum(["everyone", "agents", "teams"])
  .describe("everyone who is signed in, all who work on IT services, or some teams of those");
export type Audience = z.infer<typeof Audience>;

/** A language tag of one or two parts (BCP 47), such as `en` or `pt-BR`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, "A language such as en or pt-BR");

const Attachment = z.strictObject({
  name: ShortText,
  url: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .describe("Where it lies; who may read it there is decided there"),
});

/** As much as an item of the table holds beside its other fields: 400 kB with everything escaped. */
const mostBytes = 250_000;

/** What is found and listed by. */
const headFields = {
  title: ShortText,
  summary: z.string().trim().min(1).max(500).optional().describe("What it helps with, for lists"),
  keywords: z.array(z.string().trim().min(1).max(50)).max(20).default([]).describe("Words people search by"),
  kind: ArticleKind.default("how_to"),
  category: Category.optional(),
  audience: Audience.default("agents"),
  teamIds: z.array(TeamId).max(20).default([]).describe("Who reads it, where the audience is teams"),
  serviceId: ServiceId.optional(),
  ciIds: z.array(CiId).max(20).default([]).describe("Configuration items it is about"),
  language: Language.default("en"),
};

const textFields = {
  body: z
    .string()
    .trim()
    .min(1)
    .max(100_000)
    .describe("Markdown (CommonMark with tables); HTML in it is text"),
  attachments: z.array(Attachment).max(20).default([]).describe("Files it refers to, kept elsewhere"),
};

/** All that a version of an article says. Who may read it is part of it, so that widening it is reviewed, too. */
export const Content = z
  .strictObject({ ...headFields, ...textFields })
  .refine(fitsBytes(mostBytes), { path: ["body"], error: `At most ${mostBytes / 1000} kB in all` })
  .refine(({ audience, teamIds }) => audience !== "teams" || teamIds.length > 0, {
    path: ["teamIds"],
    error: "Name the teams that may read it",
  });
export type Content = z.infer<typeof Content>;

/** A version without its text. */
export const Head = z.object({
  ...headFields,
  keywords: z.array(z.string()),
  kind: ArticleKind,
  audience: Audience,
  teamIds: z.array(z.string()),
  ciIds: z.array(z.string()),
  language: z.string(),
  number: z.number().int().describe("Counts the versions that were ever saved"),
  savedAt: z.iso.datetime(),
  savedBy: PersonId,
});
export type Head = z.infer<typeof Head>;

export const Text = z.object({
  ...textFields,
  attachments: z.array(Attachment),
});

/** A version whole, as it is kept beside its article. */
export const Version = z.object({
  ...Head.shape,
  ...Text.shape,
  revertedTo: z.number().int().optional().describe("The earlier version whose words it has"),
});
export type Version = z.infer<typeof Version>;

/** Under which name a version is kept; ten digits, so that names sort as numbers do. */
export const versionName = (number: number): string => `VERSION-${String(number).padStart(10, "0")}`;
