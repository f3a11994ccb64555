import type { GraphReader, Link, Links, Node, Way } from "./graph.ts";
import { createGroups } from "./groups.ts";

/** How a CI was reached: over which link, from which CI. Those it began with have none. */
export type Reached = {
  readonly node: Node;
  readonly depth: number;
  readonly via?: { readonly fromId: string; readonly link: Link };
};

export type WalkOptions = {
  readonly way: Way;
  /** Only relations of these types; all unless given. */
  readonly typeIds?: ReadonlySet<string> | undefined;
  readonly depth: number;
  /** CIs to reach at most. */
  readonly most: number;
  /** What people say is not impacted, whatever the graph says: nothing passes through it. */
  readonly notImpacted: ReadonlySet<string>;
  /** Whether it is time to answer with what is known. */
  readonly isOver: () => boolean;
};

export type Truncation = {
  readonly reason: "budget" | "depth" | "time";
  readonly detail: string;
  /** CIs at which it ended: they, or their own neighbours, were not looked at. */
  readonly notFollowed: number;
};

export type Walked = {
  /** By id, those it began with first, then the nearest. */
  readonly reached: ReadonlyMap<string, Reached>;
  readonly unknownIds: readonly string[];
  readonly truncated: Truncation | undefined;
};

type Candidate = { readonly id: string; readonly fromId: string; readonly link: Link };

/** What is not there yet, or no more, cannot suffer. */
const isThere = ({ state }: Node): boolean => state === "live" || state === "maintenance";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/**
 * Follows dependencies from CIs that fail, level by level and each level in batches, so that reads are in
 * proportion to what is reached and the way to each is a shortest one. Downwards a redundancy group holds until
 * too little of it is left, and is asked again with each member that is lost; that makes the result the least
 * set closed under the rules, whatever cycles there are. Upwards everything that is needed counts. What is not
 * looked at, for want of budget, depth or time, is said.
 */
export const walk = async (
  startIds: readonly string[],
  options: WalkOptions,
  reader: GraphReader,
): Promise<Walked> => {
  const { way, typeIds, notImpacted, most, depth: deepest, isOver } = options;
  const begun = await reader.nodes([...new Set(startIds)]);
  const starts = [...begun.values()].toSorted(byId);
  const reached = new Map<string, Reached>(starts.map((node) => [node.id, { node, depth: 0 }]));
  const groups = createGroups(reader);
  let truncated: Truncation | undefined;

  const cut = (reason: Truncation["reason"], detail: string, notFollowed: number): void => {
    truncated ??= { reason, detail, notFollowed };
  };
  const left = () => most - (reached.size - starts.length);
  const isNew = ({ id, link }: Candidate): boolean =>
    !reached.has(id) && !notImpacted.has(id) && (typeIds === undefined || typeIds.has(link.typeId));
  const isPlain = ({ link }: Candidate): boolean => way === "up" || link.group === undefined;
  const linksOf = (ids: readonly string[]) => reader.links(way, ids, left() + 1);

  /** Neighbours of a level that are not known yet, a candidate per link, in an order that is the table's affair. */
  const candidates = (level: readonly Node[], all: ReadonlyMap<string, Links>): readonly Candidate[] =>
    level.flatMap(({ id: fromId }) => {
      const { links, total } = all.get(fromId) ?? { links: [], total: 0 };
      if (total > links.length)
        cut("budget", `${fromId} has ${total} neighbours, ${links.length} were looked at`, 1);
      return links
        .map((link) => ({ id: link.otherId, fromId, link }))
        .filter(isNew)
        .toSorted(byId);
    });

  /** Of the candidates those that suffer: at once, or because their group does not hold any more. */
  const suffering = async (all: readonly Candidate[]): Promise<ReadonlyMap<string, Candidate>> => {
    const first = new Map<string, Candidate>();
    const keep = (each: Candidate) => first.has(each.id) || first.set(each.id, each);
    all.filter(isPlain).forEach(keep);
    (await groups.lose(all.filter((each) => !isPlain(each) && !first.has(each.id)))).forEach(keep);
    return first;
  };

  /** Why it must end here, if it must. */
  const mustEnd = (depth: number): readonly [Truncation["reason"], string] | undefined => {
    if (depth > deepest) return ["depth", `Nothing beyond ${deepest} steps was looked at`];
    if (left() <= 0) return ["budget", `At most ${most} CIs are looked at`];
    return isOver() ? ["time", "There was no time for more"] : undefined;
  };

  let level: readonly Node[] = starts.filter(({ state }) => state !== "retired");
  let links = await linksOf(level.map(({ id }) => id));
  for (let depth = 1; ; depth++) {
    const further = candidates(level, links);
    if (further.length === 0) break;
    const end = mustEnd(depth);
    if (end) {
      cut(...end, new Set(further.map(({ fromId }) => fromId)).size);
      break;
    }
    const found = [...(await suffering(further)).values()];
    const chosen = found.slice(0, left());
    if (found.length > chosen.length)
      cut("budget", `At most ${most} CIs are looked at`, found.length - chosen.length);
    const ids = chosen.map(({ id }) => id);
    // Both at once: nearly all that are found are there, and a level takes one round to the table.
    const [nodes, next] = await Promise.all([reader.nodes(ids), linksOf(ids)]);
    const there = chosen.flatMap(({ id, fromId, link }) => {
      const node = nodes.get(id);
      return node && isThere(node) ? [{ node, depth, via: { fromId, link } }] : [];
    });
    for (const each of there) reached.set(each.node.id, each);
    [level, links] = [there.map(({ node }) => node), next];
  }
  const unknownIds = [...new Set(startIds)].filter((id) => !begun.has(id));
  return { reached, unknownIds, truncated };
};
