import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import type { RecordBase } from "../../shared/dynamo/record.ts";
import { Head, PersonId } from "./content.ts";

/**
 * The life of an article's newest version (ITIL 4 knowledge management; states as in the field's usual workflow).
 * What readers read is pinned apart from it: while another version is written and reviewed, the one that was
 * published stays. `discard` gives up what was never published.
 */
export const articleLifecycle = defineLifecycle(["draft", "review", "published", "retired"], {
  edit: { from: ["draft", "published"], to: "draft" },
  revert: { from: ["draft", "published"], to: "draft" },
  submit: { from: ["draft"], to: "review" },
  return: { from: ["review"], to: "draft" },
  publish: { from: ["review"], to: "published" },
  discard: { from: ["draft", "review"], to: "published" },
  retire: { from: ["draft", "review", "published"], to: "retired" },
  restore: { from: ["retired"], to: "draft" },
});

export const ArticleId = z.string().regex(/^KB\d{7,12}$/, "An article number such as KB0001234");

/** A record of another service that an article is tied to. */
export const Reference = z.strictObject({
  kind: z.enum(["incident", "problem", "change", "request"]),
  id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, "A record's number such as INC0001234"),
});
export type Reference = z.infer<typeof Reference>;

/** The version that readers read. */
export const Published = Head.extend({
  publishedAt: z.iso.datetime(),
  publishedBy: PersonId,
  /** The article's version when it was published: its ETag for readers, who learn of nothing later. */
  at: z.number().int(),
});
export type Published = z.infer<typeof Published>;

export const Article = z
  .object({
    id: ArticleId,
    ...recordFields,
    state: articleLifecycle.State,
    ownerId: PersonId.optional().describe("Who looks after it; shown to those who work with knowledge"),
    latest: Head.optional().describe("The newest version, for those who work on it"),
    authors: z
      .array(PersonId)
      .optional()
      .describe("Who wrote what is not published yet: none of them reviews it"),
    published: Published.optional().describe("What readers read"),
    withdrawn: Published.optional().describe("What readers read before it was retired"),
    reviewers: z
      .object({ personIds: z.array(z.string()), teamIds: z.array(z.string()) })
      .optional()
      .describe("Who is asked to review it, besides the knowledge managers"),
    submittedAt: z.iso.datetime().optional(),
    returned: z.string().optional().describe("What a reviewer wants changed"),
    validTo: z.iso.datetime().optional().describe("Hidden from readers after it"),
    remindAt: z.iso.datetime().optional(),
    reminded: z.boolean().optional().describe("Its owner was reminded of its end"),
    hiddenAt: z.iso.datetime().optional().describe("Its time is over: renew it or retire it"),
    translationOf: ArticleId.optional(),
    origin: Reference.optional().describe("The record it was proposed for"),
    links: z.array(Reference).optional().describe("Records it is tied to"),
    retirement: z.string().optional().describe("Why it was retired"),
    /** When what readers find last became another, so that a search index knows what it has missed. */
    foundAt: z.iso.datetime().optional(),
    actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
  })
  .meta({ id: "Article" });
export type Article = z.infer<typeof Article> & RecordBase;

/** An article as its service knows it: everything is there. */
export type WholeArticle = Article & Required<Pick<Article, "ownerId" | "latest" | "authors" | "links">>;

/** Readers have something to read. */
export const isReadable = ({ published, hiddenAt }: Pick<Article, "published" | "hiddenAt">): boolean =>
  published !== undefined && hiddenAt === undefined;
