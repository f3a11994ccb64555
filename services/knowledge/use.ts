import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { occurred, type RecordBase, type RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import { ArticleId, Reference } from "./article.ts";
import { ArticleReused } from "./events.ts";

/** Once an article helped with a record; once for the two of them, however often it is said. */
export const Use = z
  .object({
    id: z.string(),
    ...recordFields,
    articleId: ArticleId,
    record: Reference,
    by: z
      .enum(["link", "match"])
      .describe("Somebody said so, or the record was resolved as the article says"),
  })
  .meta({ id: "ArticleUse" });
export type Use = z.infer<typeof Use> & RecordBase;

export const useId = (articleId: string, { id }: Reference): string => `${articleId}-${id}`;

/** It names records by their numbers only: who works on IT services may know. */
const view = (actor: Actor, use: Use): Use | undefined =>
  may(actor, "knowledge:read_internal") ? use : undefined;

export const useRecords: RecordType<Use> = {
  prefix: "USE",
  indexes: ({ id, articleId, createdAt }) => ({
    usesByArticle: { partition: articleId, order: `${createdAt}#${id}` },
  }),
  long: [],
  view,
  viewEntry: (_actor, _use, entry) => entry,
};

/** Counts that an article helped with a record, once. Where one event counts several, `name` tells them apart. */
export const countUse = async (
  uses: Records<Use>,
  articleId: string,
  record: Reference,
  by: Use["by"],
  name?: string,
): Promise<Use> => {
  const id = useId(articleId, record);
  const fields = { articleId, record, by };
  try {
    return await uses.createAs(id, [occurred(ArticleReused, fields, fields)], name);
  } catch (error) {
    if (error instanceof Refusal && error.code === "already_exists") return uses.get(id);
    throw error;
  }
};
