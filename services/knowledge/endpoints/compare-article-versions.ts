import * as z from "zod";
import { isSame } from "../../../shared/domain/is-same.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { compareLines, LineChange } from "../compare.ts";
import { Head, type Version } from "../content.ts";
import { newestOf, readVersion } from "../read-version.ts";
import type { KnowledgeContext } from "../table.ts";

const VersionNumber = z.coerce.number().int().min(1).optional();
const Change = z.object({ from: z.unknown().optional(), to: z.unknown().optional() });

/** What differs beside the text: titles, audiences, attachments. */
const fieldChanges = (from: Version, to: Version): Record<string, z.infer<typeof Change>> => {
  const names = [...Object.keys(Head.shape), "attachments"].filter(
    (name) => !["number", "savedAt", "savedBy"].includes(name),
  ) as (keyof Version)[];
  return Object.fromEntries(
    names
      .filter((name) => !isSame(from[name], to[name]))
      .map((name) => [name, { from: from[name], to: to[name] }]),
  );
};

export const compareArticleVersions = endpoint({
  id: "compareArticleVersions",
  summary: "What one version says otherwise than another, line by line",
  route: "GET /articles/{articleId}/compare",
  permission: "knowledge:write",
  params: articleParams,
  query: z.strictObject({
    from: VersionNumber.describe("The published one, unless given"),
    to: VersionNumber.describe("The newest one, unless given"),
  }),
  reply: z.object({ fields: z.record(z.string(), Change), lines: z.array(LineChange) }),
  refusals: ["not_found"],
  handle: async ({ params, query }, context: KnowledgeContext) => {
    const seen = await context.articles.get(params.articleId);
    const [from, to] = await Promise.all([
      readVersion(seen, query.from ?? seen.published?.number ?? newestOf(seen), context),
      readVersion(seen, query.to ?? newestOf(seen), context),
    ]);
    return { fields: fieldChanges(from, to), lines: [...compareLines(from.body, to.body)] };
  },
});
