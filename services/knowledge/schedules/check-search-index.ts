import type { Schedule } from "../../../shared/service.ts";
import type { KnowledgeContext } from "../table.ts";

export const checkSearchIndex: Schedule<KnowledgeContext> = {
  id: "check-search-index",
  summary: "Compares the search index with what it is made from, and asks for a new one where they differ.",
  every: "rate(1 day)",
  handle: ({ deadline }, { searchIndex }) => searchIndex.check(deadline),
};
