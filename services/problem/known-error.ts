import * as z from "zod";
import { ForeignId, ShortText } from "../../shared/domain/texts.ts";

/** Shorter than other long texts: a history item holds the draft and what is published, before and after. */
const Text = z.string().trim().min(1).max(6000);

/** Who may read what is published. */
export const Audience = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("everyone") }),
  z.strictObject({ kind: z.literal("agents") }),
  z.strictObject({ kind: z.literal("teams"), teamIds: z.array(ForeignId).min(1).max(20) }),
]);
export type Audience = z.infer<typeof Audience>;

/** What a known error says (ITIL 4: a problem that was analysed and is not resolved). */
export const KnownErrorFields = z.strictObject({
  title: ShortText,
  symptom: Text.describe("How people notice it"),
  cause: Text.optional(),
  workaround: Text.optional().describe("How to go on meanwhile"),
  errorCode: ShortText.optional().describe("What the failing thing shows, such as ORA-00060"),
  /** Another audience moves all of them at once, in one transaction. */
  ciIds: z.array(ForeignId).max(40).default([]),
});
export type KnownErrorFields = z.infer<typeof KnownErrorFields>;

/** A known error as its audience reads it: the text of the moment it was published. */
export const PublishedKnownError = z.object({
  problemId: z.string(),
  edition: z.number().int().describe("Counts what was published of it, from 1"),
  ...KnownErrorFields.shape,
  ciIds: z.array(z.string()),
  serviceId: z.string().optional(),
  category: z.string().optional(),
  audience: Audience,
  publishedAt: z.iso.datetime(),
});
export type PublishedKnownError = z.infer<typeof PublishedKnownError>;

/** As the API shows it: found by its problem's number. */
export const SeenKnownError = PublishedKnownError.extend({ id: z.string() }).meta({ id: "KnownError" });

export const seenKnownError = (published: PublishedKnownError): z.infer<typeof SeenKnownError> => ({
  ...published,
  id: published.problemId,
});

/** The draft, and beside it what is published: writing on changes nothing of what people read. */
export const KnownError = z.object({
  draft: KnownErrorFields.extend({ ciIds: z.array(z.string()) }),
  published: PublishedKnownError.optional(),
  editions: z.number().int().describe("How often it was published"),
});
export type KnownError = z.infer<typeof KnownError>;
