import { useRead } from "../../api/use-read.ts";

/** Sources of configuration items, read once; an id stands in where a name is not known. */
export const useSources = () => {
  const { value, problem, isLoading } = useRead("GET /ci-sources", {}, { everyMs: 0 });
  const sources = value?.sources ?? [];
  return {
    sources,
    problem,
    isLoading,
    nameOf: (id: string): string => sources.find((each) => each.id === id)?.name ?? id,
  };
};
