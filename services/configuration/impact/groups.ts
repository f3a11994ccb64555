import type { Redundancy } from "../ci.ts";
import type { GraphReader, Link, Node } from "./graph.ts";

/** A CI that may suffer, because of another one, over a link. */
export type Candidate = { readonly id: string; readonly fromId: string; readonly link: Link };

/** A redundancy group of a CI: what its members that are up give together, and what is needed of it. */
type Group = { up: ReadonlyMap<string, number>; needed: number };

const sum = (weights: Iterable<number>): number => [...weights].reduce((all, each) => all + each, 0);

/** Binary fractions add up to a little less or more: 0.1 three times is not to be less than 0.3. */
const tolerance = 1e-9;

/** How much has to be up: all of it where the CI says nothing of the group. */
const neededOf = (redundancy: readonly Redundancy[] | undefined, group: string, total: number): number => {
  const needed = redundancy?.find((each) => each.group === group)?.needed;
  if (needed === undefined) return total;
  return "atLeast" in needed ? needed.atLeast : (needed.percent / 100) * total;
};

/**
 * Redundancy groups during one walk: which members were lost so far, and whether what is left is enough. A
 * group is read when its first member is lost, and once.
 */
export const createGroups = (reader: GraphReader) => {
  const groups = new Map<string, Group>();
  const lost = new Map<string, Set<string>>();
  const keyOf = (id: string, group: string): string => `${id} ${group}`;

  const load = async (ids: readonly string[]): Promise<void> => {
    const [nodes, links] = await Promise.all([
      reader.nodes(ids),
      reader.links("up", ids, Number.POSITIVE_INFINITY),
    ]);
    const members = [...links.values()].flatMap((each) =>
      each.links.filter(({ group }) => group !== undefined),
    );
    const states = await reader.nodes([...new Set(members.map(({ otherId }) => otherId))]);
    for (const [id, node] of nodes) keep(node, links.get(id)?.links ?? [], states);
  };

  const keep = (
    { id, redundancy }: Node,
    links: readonly Link[],
    states: ReadonlyMap<string, Node>,
  ): void => {
    const names = new Set(links.flatMap(({ group }) => (group === undefined ? [] : [group])));
    for (const name of names) {
      const members = links.filter((link) => link.group === name);
      // What is retired is no member; what is planned or in maintenance is one, and gives nothing now.
      const there = members.filter(
        ({ otherId }) => !["retired", undefined].includes(states.get(otherId)?.state),
      );
      const up = there.filter(({ otherId }) => states.get(otherId)?.state === "live");
      groups.set(keyOf(id, name), {
        up: new Map(up.map(({ relationId, weight }) => [relationId, weight])),
        needed: neededOf(redundancy, name, sum(there.map(({ weight }) => weight))),
      });
    }
  };

  const holds = (key: string): boolean => {
    const group = groups.get(key);
    if (group === undefined) return false;
    const gone = lost.get(key);
    const left = [...group.up].filter(([relationId]) => !gone?.has(relationId));
    return sum(left.map(([, weight]) => weight)) >= group.needed - tolerance;
  };

  return {
    /** Takes members away; answers those candidates whose group does not hold without them. */
    lose: async (candidates: readonly Candidate[]): Promise<readonly Candidate[]> => {
      if (candidates.length === 0) return [];
      const unread = candidates.filter(({ id, link }) => !groups.has(keyOf(id, link.group ?? "")));
      if (unread.length > 0) await load([...new Set(unread.map(({ id }) => id))]);
      for (const { id, link } of candidates) {
        const key = keyOf(id, link.group ?? "");
        lost.set(key, (lost.get(key) ?? new Set()).add(link.relationId));
      }
      return candidates.filter(({ id, link }) => !holds(keyOf(id, link.group ?? "")));
    },
  };
};
export type Groups = ReturnType<typeof createGroups>;
