import type { GraphReader, Link, Links, Node, Way } from "./graph.ts";

/** A dependency as a graph in memory keeps it: who needs whom. */
export type Dependency = Omit<Link, "otherId"> & { readonly neededId: string; readonly needsId: string };

/** The graph of what was read already, to be asked something else. */
export const memoryGraph = (nodes: readonly Node[], dependencies: readonly Dependency[]): GraphReader => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const links: Readonly<Record<Way, Map<string, Link[]>>> = { down: new Map(), up: new Map() };
  const add = (way: Way, id: string, link: Link): void => {
    const known = links[way].get(id);
    if (known) known.push(link);
    else links[way].set(id, [link]);
  };
  for (const { neededId, needsId, ...link } of dependencies) {
    add("down", neededId, { ...link, otherId: needsId });
    add("up", needsId, { ...link, otherId: neededId });
  }
  const pick = <T>(from: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> =>
    new Map(ids.flatMap((id) => (from.has(id) ? [[id, from.get(id) as T] as const] : [])));
  return {
    nodes: async (ids) => pick(byId, ids),
    links: async (way, ids) =>
      new Map(
        [...pick(links[way], ids)].map(([id, own]): [string, Links] => [
          id,
          { links: own, total: own.length },
        ]),
      ),
  };
};
