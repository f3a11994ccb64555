import { graphlib } from "@dagrejs/dagre";

/** A generated graph: `needs[i]` are the CIs that CI i needs; asked is what its first CI brings down. */
export type Graph = {
  readonly name: string;
  readonly needs: readonly (readonly number[])[];
  /** What a CI needs is one redundancy group, of which one member is enough. */
  readonly isGrouped?: boolean;
};

/** The same numbers on every machine (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** CIs of one landscape: what fails in it stays in it. */
const community = 1000;
/** They lie close together, as a stack's layers do. */
const window = 150;

/**
 * CIs in landscapes of a thousand, each needing two or three that came before it: five relations a CI on
 * average, and the first of a landscape brings all of it down.
 */
export const landscapes = (count: number): Graph => {
  const random = seeded(count);
  const needs = Array.from({ length: count }, (_, i) => {
    const within = i % community;
    const several = Math.min(within, 2 + (i % 2));
    const targets = new Set<number>();
    while (targets.size < several) targets.add(i - 1 - Math.floor(random() * Math.min(within, window)));
    return [...targets];
  });
  return { name: `${count} CIs`, needs };
};

/**
 * The same, with one of the two or three enough for each CI. All of a landscape falls with its first CI still, but
 * only when the last member of each group is lost: every group is read and counted.
 */
export const grouped = (count: number): Graph => ({
  ...landscapes(count),
  name: `${count} CIs in redundancy groups`,
  isGrouped: true,
});

/** Each needs the one before. */
export const chain = (count: number): Graph => ({
  name: `chain of ${count}`,
  needs: Array.from({ length: count }, (_, i) => (i === 0 ? [] : [i - 1])),
});

/** All need the first. */
export const hub = (dependents: number): Graph => ({
  name: `hub with ${dependents} dependents`,
  needs: Array.from({ length: dependents + 1 }, (_, i) => (i === 0 ? [] : [0])),
});

/** What depends on the first CI, by the simplest walk there is over a graph that is in memory already. */
export const reachInMemory = (dependents: readonly (readonly number[])[]): number => {
  const seen = new Uint8Array(dependents.length);
  const queue = [0];
  seen[0] = 1;
  for (let at = 0; at < queue.length; at++)
    for (const next of dependents[queue[at] ?? 0] ?? [])
      if (seen[next] === 0) {
        seen[next] = 1;
        queue.push(next);
      }
  return queue.length - 1;
};

type LibraryGraph = Parameters<typeof graphlib.alg.preorder>[0];

/** The graph as a library keeps it (graphlib, which comes with dagre): from what is needed to who needs it. */
export const inLibrary = ({ needs }: Graph): LibraryGraph => {
  const graph: LibraryGraph = new graphlib.Graph();
  for (const i of needs.keys()) graph.setNode(String(i));
  for (const [i, targets] of needs.entries())
    for (const target of targets) graph.setEdge(String(target), String(i));
  return graph;
};

/** What depends on the first CI, as the library walks; of redundancy it knows nothing. */
export const reachInLibrary = (graph: LibraryGraph): number => graphlib.alg.preorder(graph, ["0"]).length - 1;

/** Who needs whom, the other way around. */
export const dependentsOf = ({ needs }: Graph): readonly (readonly number[])[] => {
  const dependents: number[][] = needs.map(() => []);
  for (const [i, targets] of needs.entries()) for (const target of targets) dependents[target]?.push(i);
  return dependents;
};
