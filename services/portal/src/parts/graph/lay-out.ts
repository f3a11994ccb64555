import { Graph as Layered, layout } from "@dagrejs/dagre";
import type { GraphEdge, GraphNode } from "./graph-model.ts";

/** Size of a drawn node, in pixels; `graph.css` says the same. */
export const nodeSize = { width: 190, height: 56 } as const;

export type Placed = { readonly x: number; readonly y: number };

/** Places nodes in layers, so that what depends on something stands before it. */
export const layOut = (
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  direction: "TB" | "LR",
): ReadonlyMap<string, Placed> => {
  const graph = new Layered();
  graph.setGraph({ rankdir: direction, nodesep: 24, ranksep: 64 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...nodeSize });
  const known = new Set(nodes.map(({ id }) => id));
  for (const { from, to } of edges) if (known.has(from) && known.has(to)) graph.setEdge(from, to);
  layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
      return [id, { x: x - nodeSize.width / 2, y: y - nodeSize.height / 2 }];
    }),
  );
};
