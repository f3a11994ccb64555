import type { Relation } from "../relation.ts";
import type { ConfigurationContext } from "../table.ts";

/** Relations of a CI that a source told of, by the ends at which the CI is, and that nobody has ended. */
export const broughtBy = async (
  sourceId: string,
  ciId: string,
  ends: readonly ("relationsFrom" | "relationsTo")[],
  { relations, bulkRelations }: Pick<ConfigurationContext, "relations" | "bulkRelations">,
): Promise<readonly Relation[]> => {
  const found: Relation[] = [];
  for (const index of ends)
    for await (const ids of relations.ids({ index, partition: ciId }))
      found.push(...(await bulkRelations.read(ids)).values());
  return found.filter(({ source, state }) => source === sourceId && state === "active");
};
