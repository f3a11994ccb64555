import type { ConfigurationContext } from "../table.ts";
import { bundleOf, type PastTieValue, relationsIn, type TieValue } from "../ties-of.ts";
import type { GraphReader, Link, Node } from "./graph.ts";
import { linkOf } from "./read-graph.ts";

/** Histories read at once: a container's connections suffice for as many. */
const atOnce = 16;

const inTurn = async <T, U>(all: readonly T[], work: (each: T) => Promise<U>): Promise<readonly U[]> => {
  const done: U[] = [];
  for (let at = 0; at < all.length; at += atOnce)
    done.push(...(await Promise.all(all.slice(at, at + atOnce).map(work))));
  return done;
};

const wasThen = (ciId: string, at: number) => {
  const now = (relationId: string, value: TieValue): Link[] =>
    value.s <= at ? [linkOf(relationId, ciId, value)] : [];
  const then = (relationId: string, { p }: PastTieValue): Link[] =>
    p
      .filter(([from, to]) => from <= at && at < to)
      .map(([, , w, g]) => linkOf(relationId, ciId, { w, ...(g === undefined ? {} : { g }) }));
  return { now, then };
};

/**
 * The graph as it was at an instant: each CI is the fold of its history up to then, and the relations are those
 * whose periods hold it. Dearer than the present one: a query per CI, and what ended is read, too.
 */
export const pastGraph = (
  { bundles, allCis }: Pick<ConfigurationContext, "bundles" | "allCis">,
  instant: string,
): GraphReader => {
  const at = Date.parse(instant);
  const known = new Map<string, Node | undefined>();
  return {
    nodes: async (ids) => {
      const unread = ids.filter((id) => !known.has(id));
      await inTurn(unread, async (id) => known.set(id, await allCis.asOf(id, instant)));
      return new Map(ids.flatMap((id) => (known.get(id) === undefined ? [] : [[id, known.get(id) as Node]])));
    },
    links: async (way, ids, most) => {
      const found = await bundles.read<TieValue & PastTieValue>(
        ids.flatMap((id) => [bundleOf(way, id), bundleOf(way, id, true)]),
        most,
      );
      return new Map(
        ids.map((id) => {
          const was = wasThen(id, at);
          const now = found.get(bundleOf(way, id));
          const [current, past] = [now && relationsIn(now), found.get(bundleOf(way, id, true))];
          const links = [
            ...[...(current?.entries ?? [])].flatMap(([relationId, value]) => was.now(relationId, value)),
            ...[...(past?.entries ?? [])].flatMap(([relationId, value]) => was.then(relationId, value)),
          ];
          const unread = [current, past].reduce(
            (sum, each) => sum + (each ? each.total - each.entries.size : 0),
            0,
          );
          return [id, { links, total: links.length + unread }] as const;
        }),
      );
    },
  };
};
