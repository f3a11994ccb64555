import { endpoint } from "../../../shared/http/endpoint.ts";
import { Settings, settingsId } from "../settings.ts";
import type { KnowledgeContext } from "../table.ts";

export const getKnowledgeSettings = endpoint({
  id: "getKnowledgeSettings",
  summary: "The rules for articles: reviewers, validity, proposals, synonyms",
  route: "GET /knowledge-settings",
  permission: "knowledge:write",
  reply: Settings,
  refusals: [],
  handle: (_request, { settingsRecord }: KnowledgeContext) => settingsRecord.get(settingsId),
});
