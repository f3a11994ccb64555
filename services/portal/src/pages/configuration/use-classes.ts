import { useMemo } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { inWords } from "../../parts/words.ts";

export type CiClass = Schemas["CiClassInTree"];

/** The classes of configuration items, read once. */
export const useClasses = () => useRead("GET /ci-classes", {}, { everyMs: 0 });

/** How classes are called, by their ids. */
export const useClassName = (): ((id: string) => string) => {
  const { value } = useClasses();
  return useMemo(() => {
    const names = new Map(value?.classes.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? inWords(id);
  }, [value]);
};
