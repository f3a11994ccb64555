import { useRead } from "../../api/use-read.ts";

/** Names of the catalog's shelves by their ids. */
export const useCategories = (): ReadonlyMap<string, string> => {
  const read = useRead("GET /catalog-categories", { query: { limit: 100 } }, { everyMs: 0 });
  return new Map((read.value?.items ?? []).map(({ id, name }) => [id, name]));
};
