import type { GraphReader, Link, Links, Node, Way } from "./graph.ts";
import { type Candidate, createGroups, type Groups } from "./groups.ts";

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

/** A dependency that was looked at: the walk goes from one to the other. */
export type Looked = { readonly fromId: string; readonly toId: string; readonly link: Link };

export type Walked = {
  /** By id, those it began with first, then the nearest. */
  readonly reached: ReadonlyMap<string, Reached>;
  /** Every dependency among those reached that was looked at, not only those over which they were reached. */
  readonly among: readonly Looked[];
  readonly unknownIds: readonly string[];
  readonly truncated: Truncation | undefined;
};

/** What is not there yet, or no more, cannot suffer. */
const isThere = ({ state }: Node): boolean => state === "live" || state === "maintenance";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** A walk under way: what was reached so far, and the first thing that was cut off. */
const begin = (starts: readonly Node[], options: WalkOptions) => {
  const { typeIds, notImpacted, most, depth: deepest, isOver } = options;
  const reached = new Map<string, Reached>(starts.map((node) => [node.id, { node, depth: 0 }]));
  let truncated: Truncation | undefined;
  const cut = (reason: Truncation["reason"], detail: string, notFollowed: number): void => {
    truncated ??= { reason, detail, notFollowed };
  };
  const left = () => most - (reached.size - starts.length);
  const looked: Looked[] = [];
  const isMeant = ({ typeId }: Link): boolean => typeIds === undefined || typeIds.has(typeId);
  const isNew = ({ id, link }: Candidate): boolean =>
    !reached.has(id) && !notImpacted.has(id) && isMeant(link);
  const mustEnd = (depth: number): readonly [Truncation["reason"], string] | undefined => {
    if (depth > deepest) return ["depth", `Nothing beyond ${deepest} steps was looked at`];
    if (left() <= 0) return ["budget", `At most ${most} CIs are looked at`];
    return isOver() ? ["time", "There was no time for more"] : undefined;
  };
  return {
    reached,
    left,
    truncated: () => truncated,
    among: () => looked.filter(({ toId }) => reached.has(toId)),
    /** Neighbours of a level that are not known yet, a candidate per link, in an order of their own. */
    candidates: (level: readonly Node[], all: ReadonlyMap<string, Links>): readonly Candidate[] =>
      level.flatMap(({ id: fromId }) => {
        const { links, total } = all.get(fromId) ?? { links: [], total: 0 };
        if (total > links.length)
          cut("budget", `${fromId} has ${total} neighbours, ${links.length} were looked at`, 1);
        const neighbours = links.map((link) => ({ id: link.otherId, fromId, link }));
        looked.push(...links.filter(isMeant).map((link) => ({ fromId, toId: link.otherId, link })));
        return neighbours.filter(isNew).toSorted(byId);
      }),
    /** Whether it has to end before these are looked at; then that is said. */
    isAtEnd: (depth: number, further: readonly Candidate[]): boolean => {
      const end = mustEnd(depth);
      if (end) cut(...end, new Set(further.map(({ fromId }) => fromId)).size);
      return end !== undefined;
    },
    /** As many of those found as may still be reached. */
    affordable: (found: readonly Candidate[]): readonly Candidate[] => {
      const chosen = found.slice(0, left());
      if (found.length > chosen.length)
        cut("budget", `At most ${most} CIs are looked at`, found.length - chosen.length);
      return chosen;
    },
  };
};

/** Of the candidates those that suffer: at once, or because their group does not hold any more. */
const suffering = async (
  all: readonly Candidate[],
  way: Way,
  groups: Groups,
): Promise<readonly Candidate[]> => {
  const first = new Map<string, Candidate>();
  const keep = (each: Candidate) => first.has(each.id) || first.set(each.id, each);
  const isPlain = ({ link }: Candidate): boolean => way === "up" || link.group === undefined;
  all.filter(isPlain).forEach(keep);
  const grouped = all.filter((each) => !isPlain(each) && !first.has(each.id));
  (await groups.lose(grouped)).forEach(keep);
  return [...first.values()];
};

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
  const { way } = options;
  const ids = [...new Set(startIds)];
  const begun = await reader.nodes(ids);
  const groups = createGroups(reader);
  const going = begin([...begun.values()].toSorted(byId), options);
  const linksOf = (of: readonly string[]) => reader.links(way, of, going.left() + 1);
  /** One round to the table: the way down tells who the CIs are, and the way up is read beside them. */
  const levelOf = async (of: readonly string[]) => {
    if (way === "up") return Promise.all([reader.nodes(of), linksOf(of)]);
    const below = await linksOf(of);
    return [await reader.nodes(of), below] as const;
  };

  let level = [...begun.values()].toSorted(byId).filter(({ state }) => state !== "retired");
  let links = await linksOf(level.map(({ id }) => id));
  for (let depth = 1; ; depth++) {
    const further = going.candidates(level, links);
    if (further.length === 0 || going.isAtEnd(depth, further)) break;
    const chosen = going.affordable(await suffering(further, way, groups));
    const chosenIds = chosen.map(({ id }) => id);
    const [nodes, next] = await levelOf(chosenIds);
    const there = chosen.flatMap(({ id, fromId, link }) => {
      const node = nodes.get(id);
      return node && isThere(node) ? [{ node, depth, via: { fromId, link } }] : [];
    });
    for (const each of there) going.reached.set(each.node.id, each);
    level = there.map(({ node }) => node);
    links = next;
  }
  return {
    reached: going.reached,
    among: going.among(),
    unknownIds: ids.filter((id) => !begun.has(id)),
    truncated: going.truncated(),
  };
};
