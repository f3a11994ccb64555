import type { GraphReader, Link, Node, Way } from "./graph.ts";
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
  /** CIs that were reached and whose own neighbours were not looked at. */
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
  let frontier: readonly Node[] = starts.filter(({ state }) => state !== "retired");

  const cut = (reason: Truncation["reason"], detail: string, notFollowed: number): void => {
    truncated ??= { reason, detail, notFollowed };
  };
  const left = () => most - (reached.size - starts.length);
  const isNew = ({ id, link }: Candidate): boolean =>
    !reached.has(id) && !notImpacted.has(id) && (typeIds === undefined || typeIds.has(link.typeId));

  /** Neighbours of the frontier, one candidate per link, in an order that does not depend on the table's. */
  const candidates = async (): Promise<readonly Candidate[]> => {
    const all = await reader.links(
      way,
      frontier.map(({ id }) => id),
      left() + 1,
    );
    return frontier.flatMap(({ id: fromId }) => {
      const { links, total } = all.get(fromId) ?? { links: [], total: 0 };
      if (total > links.length)
        cut("budget", `${fromId} has ${total} neighbours, ${links.length} were looked at`, 1);
      return links.map((link) => ({ id: link.otherId, fromId, link })).toSorted(byId);
    });
  };

  /** Of the candidates those that suffer: at once, or because their group does not hold any more. */
  const suffering = async (all: readonly Candidate[]): Promise<ReadonlyMap<string, Candidate>> => {
    const [plain, grouped] = [all.filter(isPlain), all.filter((each) => !isPlain(each))];
    const first = new Map<string, Candidate>();
    for (const each of plain) if (!first.has(each.id)) first.set(each.id, each);
    const lost = await groups.lose(grouped.filter(({ id }) => !first.has(id)));
    for (const each of lost) if (!first.has(each.id)) first.set(each.id, each);
    return first;
  };
  const isPlain = ({ link }: Candidate): boolean => way === "up" || link.group === undefined;

  for (let depth = 1; frontier.length > 0; depth++) {
    if (depth > deepest) cut("depth", `Nothing beyond ${deepest} steps was looked at`, frontier.length);
    else if (isOver()) cut("time", "There was no time for more", frontier.length);
    else if (left() <= 0) cut("budget", `At most ${most} CIs are looked at`, frontier.length);
    if (depth > deepest || isOver() || left() <= 0) break;
    const found = await suffering((await candidates()).filter(isNew));
    const nodes = await reader.nodes([...found.keys()]);
    const next = [...found.values()].flatMap(({ id, fromId, link }) => {
      const node = nodes.get(id);
      return node && isThere(node) ? [{ node, depth, via: { fromId, link } }] : [];
    });
    const taken = next.slice(0, left());
    for (const each of taken) reached.set(each.node.id, each);
    if (next.length > taken.length) cut("budget", `At most ${most} CIs are looked at`, next.length);
    frontier = taken.map(({ node }) => node);
  }
  const unknownIds = [...new Set(startIds)].filter((id) => !begun.has(id));
  return { reached, unknownIds, truncated };
};
