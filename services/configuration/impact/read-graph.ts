import { byId } from "../by-id.ts";
import { otherEnd } from "../dependents.ts";
import { partsOf } from "../relation.ts";
import type { ConfigurationContext } from "../table.ts";
import { bundleOf, type TieValue } from "../ties-of.ts";
import type { GraphReader, Link, Node } from "./graph.ts";

export const linkOf = (relationId: string, ciId: string, { w = 1, g }: Pick<TieValue, "w" | "g">): Link => ({
  relationId,
  typeId: partsOf(relationId).typeId,
  otherId: otherEnd(relationId, ciId),
  weight: w,
  group: g,
});

/** The graph as it is now; a CI is read once in a walk, however often it is asked for. */
export const readGraph = ({
  bundles,
  allCis,
}: Pick<ConfigurationContext, "bundles" | "allCis">): GraphReader => {
  const known = new Map<string, Node | undefined>();
  return {
    nodes: async (ids) => {
      const unread = ids.filter((id) => !known.has(id));
      const found = byId(await allCis.some(unread));
      for (const id of unread) known.set(id, found.get(id));
      return new Map(ids.flatMap((id) => (known.get(id) === undefined ? [] : [[id, known.get(id) as Node]])));
    },
    links: async (way, ids, most) => {
      const found = await bundles.read<TieValue>(
        ids.map((id) => bundleOf(way, id)),
        most,
      );
      return new Map(
        ids.flatMap((id) => {
          const bundle = found.get(bundleOf(way, id));
          if (bundle === undefined) return [];
          const links = [...bundle.entries].map(([relationId, value]) => linkOf(relationId, id, value));
          return [[id, { links, total: bundle.total }] as const];
        }),
      );
    },
  };
};
