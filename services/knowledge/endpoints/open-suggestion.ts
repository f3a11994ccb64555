import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { openReading, Reading } from "../reading.ts";
import type { KnowledgeContext } from "../table.ts";

export const openSuggestion = endpoint({
  id: "openSuggestion",
  summary: "Say that one opened an article that was suggested: whether a ticket follows tells if it helped",
  route: "POST /articles/{articleId}/open",
  permission: "knowledge:read",
  params: articleParams,
  body: z.strictObject({}),
  reply: Reading,
  refusals: ["not_found"],
  handle: async ({ params, actor }, { articles, readings, settings, now }: KnowledgeContext) => {
    const { id } = await articles.get(params.articleId);
    const { deflectionHours } = await settings();
    return readings.create(() => openReading(id, actor.id, now(), deflectionHours));
  },
});
