import type { Redundancy } from "../../../services/configuration/ci.ts";
import type { Node } from "../../../services/configuration/impact/graph.ts";
import { type Dependency, memoryGraph } from "../../../services/configuration/impact/memory-graph.ts";
import { type WalkOptions, walk } from "../../../services/configuration/impact/walk.ts";

export const node = (id: string, more: Partial<Node> = {}): Node => ({
  id,
  name: id,
  classId: "server",
  classPath: ["ci", "server"],
  state: "live",
  criticality: "low",
  ...more,
});

export type Need = {
  readonly needs: string;
  readonly needed: string;
  readonly group?: string;
  readonly weight?: number;
};
const dependency = ({ needs, needed, group, weight = 1 }: Need): Dependency => ({
  relationId: `${needs}.depends-on.${needed}`,
  typeId: "depends-on",
  needsId: needs,
  neededId: needed,
  weight,
  group,
});

const options: WalkOptions = {
  way: "down",
  depth: 100,
  most: 1000,
  notImpacted: new Set(),
  isOver: () => false,
};

export const walked = (
  starts: readonly string[],
  nodes: readonly Node[],
  needs: readonly Need[],
  more: Partial<WalkOptions> = {},
) => walk(starts, { ...options, ...more }, memoryGraph(nodes, needs.map(dependency)));

export const impacted = async (...args: Parameters<typeof walked>): Promise<string[]> => {
  const [starts] = args;
  const { reached } = await walked(...args);
  return [...reached.keys()].filter((id) => !starts.includes(id)).toSorted();
};

export const pair = (needed: Redundancy["needed"]): Partial<Node> => ({
  redundancy: [{ group: "pair", needed }],
});
export const plain = (...ids: string[]) => ids.map((id) => node(id));
