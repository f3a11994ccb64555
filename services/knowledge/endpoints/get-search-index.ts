import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { KnowledgeContext } from "../table.ts";

export const SearchIndexStatus = z
  .object({
    documents: z.number().int().describe("In all stored segments, replaced ones included"),
    segments: z.number().int(),
    writtenAt: z.string().optional(),
    isDamaged: z.boolean(),
    isRebuilding: z.boolean(),
    checkedAt: z.string().optional().describe("When it was last compared with what it is made from"),
    wrong: z.number().int().optional().describe("How many documents were missing, too many or old then"),
  })
  .meta({ id: "SearchIndexStatus" });

export const getSearchIndex = endpoint({
  id: "getSearchIndex",
  summary: "How the search index is",
  route: "GET /knowledge/search-index",
  permission: "knowledge:administer",
  reply: SearchIndexStatus,
  refusals: [],
  handle: (_request, { searchIndex }: KnowledgeContext) => searchIndex.status(),
});
