import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

const source = "itsm.knowledge";

/**
 * What every event of an article says about it as it is after the event; the highest `meta.sequence` per article
 * is its present state. What readers may not read yet, or no more, is never published: `published` is there only
 * while they may, and only names what its audience lets everybody on the bus know.
 */
export const ArticleSnapshot = z.object({
  id: z.string(),
  state: z.enum(["draft", "review", "published", "retired"]).describe("Of its newest version"),
  ownerId: z.string(),
  published: z
    .object({
      number: z.number().int(),
      title: z.string().optional().describe("Absent where only some teams may read it"),
      kind: z.string(),
      category: z.string().optional(),
      audience: z.enum(["everyone", "agents", "teams"]),
      teamIds: z.array(z.string()),
      serviceId: z.string().optional(),
      ciIds: z.array(z.string()),
      language: z.string(),
      at: z.string(),
    })
    .optional()
    .describe("What readers read at this moment; absent while there is nothing for them"),
  validTo: z.string().optional(),
  translationOf: z.string().optional(),
  origin: z.object({ kind: z.string(), id: z.string() }).optional().describe("The record it was written for"),
});
export type ArticleSnapshot = z.infer<typeof ArticleSnapshot>;

/** Another service's record: its kind (`incident`, `problem` ...) and its number. */
const RecordReference = z.object({ kind: z.string(), id: z.string() });

const plain = z.object({ article: ArticleSnapshot });
const event = (type: string, summary: string) =>
  defineEvent({ source, type, version: 1, summary, data: plain });

export const ArticleDrafted = event("ArticleDrafted", "An article, or another version of it, was written.");
export const ArticleProposed = defineEvent({
  source,
  type: "ArticleProposed",
  version: 1,
  summary: "A draft was made from how a record was resolved, for its owner to work on.",
  data: plain.extend({ record: RecordReference }),
});
export const ArticleSubmitted = event("ArticleSubmitted", "Its author asks for a review.");
export const ArticleReturned = event("ArticleReturned", "A reviewer wants it changed.");
export const ArticlePublished = event(
  "ArticlePublished",
  "A reviewer made a version the one that readers read.",
);
export const ArticleDiscarded = event("ArticleDiscarded", "What was last published stays as it is.");
export const ArticleRetired = event("ArticleRetired", "It is not for readers any more.");
export const ArticleRestored = event("ArticleRestored", "It is worked on again.");
export const ArticleAssigned = event("ArticleAssigned", "Somebody else looks after it.");
export const ArticleExpiring = event(
  "ArticleExpiring",
  "Soon it is not valid any more: its owner should look.",
);
export const ArticleHidden = event("ArticleHidden", "Its time is over: readers do not find it any more.");
export const ArticleRenewed = event("ArticleRenewed", "It is valid until another day.");
export const ArticleLinked = defineEvent({
  source,
  type: "ArticleLinked",
  version: 1,
  summary: "It was tied to another record, or the tie was removed.",
  data: plain.extend({ record: RecordReference, isLinked: z.boolean() }),
});

/** An event about an article's use, not of the article itself: its `meta.subject` is the use. */
export const ArticleReused = defineEvent({
  source,
  type: "ArticleReused",
  version: 1,
  summary: "An article helped with a record (KCS: reuse is the sign of worth).",
  data: z.object({ articleId: z.string(), record: RecordReference, by: z.enum(["link", "match"]) }),
});

export const ArticleRated = defineEvent({
  source,
  type: "ArticleRated",
  version: 1,
  summary: "A reader said whether it helped; the subject is the rating.",
  data: z.object({ articleId: z.string(), helpful: z.boolean() }),
});

/** What is to be done is for who does it and is not published. */
export const KnowledgeTaskChanged = defineEvent({
  source,
  type: "KnowledgeTaskChanged",
  version: 1,
  summary: "Something is to be done about an article, or is not any more.",
  data: z.object({
    task: z.object({
      id: z.string(),
      state: z.enum(["open", "done", "dismissed"]),
      kind: z.enum(["flag", "improve"]),
      articleId: z.string(),
      language: z.string().optional().describe("Into which it is to be translated"),
      ownerId: z.string(),
      record: RecordReference.optional(),
    }),
  }),
});

export const SuggestionOpened = defineEvent({
  source,
  type: "SuggestionOpened",
  version: 1,
  summary: "Somebody opened an article that was suggested to them.",
  data: z.object({ articleId: z.string() }),
});
export const SuggestionSettled = defineEvent({
  source,
  type: "SuggestionSettled",
  version: 1,
  summary: "It helped (no ticket of theirs followed), or it did not.",
  data: z.object({ articleId: z.string(), outcome: z.enum(["open", "helped", "followed"]) }),
});

/** Words that mean the same, until somebody says otherwise. */
export const usualSynonyms: readonly (readonly string[])[] = [
  ["laptop", "notebook"],
  ["phone", "mobile", "handset"],
  ["wifi", "wlan", "wireless"],
  ["mail", "email"],
  ["password", "passcode"],
  ["crash", "abend"],
];

export const KnowledgeSettingsChanged = defineEvent({
  source,
  type: "KnowledgeSettingsChanged",
  version: 1,
  summary: "The rules for articles (reviewers, validity, proposals) changed.",
  data: z.object({
    validDays: z.number().optional(),
    remindDays: z.number(),
    deflectionHours: z.number(),
    searchLogDays: z.number(),
    synonyms: z.array(z.array(z.string())).optional().describe("Words that mean the same, list by list"),
  }),
});

export const knowledgeEvents = [
  ArticleDrafted,
  ArticleProposed,
  ArticleSubmitted,
  ArticleReturned,
  ArticlePublished,
  ArticleDiscarded,
  ArticleRetired,
  ArticleRestored,
  ArticleAssigned,
  ArticleExpiring,
  ArticleHidden,
  ArticleRenewed,
  ArticleLinked,
  ArticleReused,
  ArticleRated,
  KnowledgeTaskChanged,
  SuggestionOpened,
  SuggestionSettled,
  KnowledgeSettingsChanged,
];
