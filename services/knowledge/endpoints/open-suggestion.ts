import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { articleParams } from "../command-endpoint.ts";
import { openReading, Reading, readingClaim } from "../reading.ts";
import type { KnowledgeContext } from "../table.ts";

export const openSuggestion = endpoint({
  id: "openSuggestion",
  summary:
    "Say that one opened an article that was suggested or found: whether a ticket or an order follows tells if it helped",
  route: "POST /articles/{articleId}/open",
  permission: "knowledge:read",
  params: articleParams,
  body: z.strictObject({}),
  reply: Reading,
  refusals: ["not_found"],
  handle: async ({ params, actor }, { articles, readings, settings, now }: KnowledgeContext) => {
    const { id } = await articles.get(params.articleId);
    const { deflectionHours } = await settings();
    try {
      return await readings.create(() => openReading(id, actor, now(), deflectionHours));
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
      const open = await readings.holder(readingClaim(id, actor.id));
      // It settled in this very moment.
      if (open === undefined) throw new Refusal("write_conflict");
      return readings.get(open);
    }
  },
});
