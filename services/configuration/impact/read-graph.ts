import { byId } from "../by-id.ts";
import { otherEnd } from "../dependents.ts";
import { partsOf } from "../relation.ts";
import type { ConfigurationContext } from "../table.ts";
import { bundleOf, ownIn, relationsIn, type TieValue } from "../ties-of.ts";
import type { GraphReader, Link, Node } from "./graph.ts";

export const linkOf = (relationId: string, ciId: string, { w = 1, g }: Pick<TieValue, "w" | "g">): Link => ({
  relationId,
  typeId: partsOf(relationId).typeId,
  otherId: otherEnd(relationId, ciId),
  weight: w,
  group: g,
});

/**
 * The graph as it is now; a CI is read once in a walk, however often it is asked for, and not by itself where
 * the bundle of those who suffer from it was read.
 */
export const readGraph = ({
  bundles,
  allCis,
}: Pick<ConfigurationContext, "bundles" | "allCis">): GraphReader => {
  const known = new Map<string, Node | undefined>();
  return {
    nodes: async (ids) => {
      const unread = ids.filter((id) => !known.has(id));
      const found = byId(await allCis.brief(unread));
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
          const own = ownIn(id, bundle);
          if (own) known.set(id, own);
          const { entries, total } = relationsIn(bundle);
          const links = [...entries].map(([relationId, value]) => linkOf(relationId, id, value));
          return [[id, { links, total }] as const];
        }),
      );
    },
  };
};
