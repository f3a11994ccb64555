import type { Schedule } from "../../../shared/service.ts";
import type { KnowledgeContext } from "../table.ts";

export const keepSearchIndex: Schedule<KnowledgeContext> = {
  id: "keep-search-index",
  summary:
    "Writes what changed since the last time into the search index, and rebuilds it where that was asked for.",
  every: "rate(1 minute)",
  handle: ({ deadline }, { searchIndex }) => searchIndex.keep(deadline),
};
