import * as z from "zod";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { KnowledgeContext } from "../table.ts";
import { SearchIndexStatus } from "./get-search-index.ts";

export const rebuildSearchIndex = endpoint({
  id: "rebuildSearchIndex",
  summary: "Make the search index anew from what it is made from; the present one answers until it is there",
  route: "POST /knowledge/search-index/rebuild",
  permission: "knowledge:administer",
  safe: true,
  body: z.strictObject({}),
  reply: SearchIndexStatus,
  status: 202,
  refusals: [],
  handle: async (_request, { searchIndex }: KnowledgeContext) => {
    await searchIndex.rebuild();
    return searchIndex.status();
  },
});
