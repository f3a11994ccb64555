import type { GraphReader, Link, Links } from "./graph.ts";
import type { Dependency } from "./memory-graph.ts";

/** A reader that remembers what the CIs it was asked for need. */
export const recording = (reader: GraphReader) => {
  const needs = new Map<string, readonly Link[]>();
  const links: GraphReader["links"] = async (way, ids, most) => {
    const found: ReadonlyMap<string, Links> = await reader.links(way, ids, most);
    if (way === "up") for (const [id, { links: own }] of found) needs.set(id, own);
    return found;
  };
  return {
    reader: { ...reader, links },
    dependencies: (): readonly Dependency[] =>
      [...needs].flatMap(([needsId, own]) =>
        own.map(({ otherId: neededId, ...link }) => ({ ...link, needsId, neededId })),
      ),
  };
};
