import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { QualityCheck, qualityOf } from "../quality.ts";
import { newestOf, readVersion } from "../read-version.ts";
import type { KnowledgeContext } from "../table.ts";

export const checkArticleQuality = endpoint({
  id: "checkArticleQuality",
  summary: "What the newest version that one may read still lacks",
  route: "GET /articles/{articleId}/quality",
  permission: "knowledge:write",
  params: articleParams,
  reply: z.object({ met: z.number().int(), of: z.number().int(), checks: z.array(QualityCheck) }),
  refusals: ["not_found"],
  handle: async ({ params }, context: KnowledgeContext) => {
    const seen = await context.articles.get(params.articleId);
    const checks = qualityOf(seen, await readVersion(seen, newestOf(seen), context));
    return { met: checks.filter(({ isMet }) => isMet).length, of: checks.length, checks: [...checks] };
  },
});
