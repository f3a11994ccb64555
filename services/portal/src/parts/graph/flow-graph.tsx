import "@xyflow/react/dist/style.css";
import "./graph.css";
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MiniMap,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import { useMemo } from "react";
import { goTo } from "../../shell/follow.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { inWords } from "../words.ts";
import type { GraphEdge, GraphNode } from "./graph-model.ts";
import { layOut, nodeSize } from "./lay-out.ts";

export type GraphProps = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Says to screen readers what the map shows. */
  readonly label: string;
  readonly direction?: "TB" | "LR";
  /** Pixels. */
  readonly height?: number;
  /** Instead of opening the node's page. */
  readonly onOpen?: (id: string) => void;
};

type Card = Node<{ readonly node: GraphNode; readonly direction: "TB" | "LR" }, "card">;

const signs = { good: "●", degraded: "▲", down: "✖", unknown: "?" } as const;

const CardNode = ({ data: { node, direction } }: NodeProps<Card>) => {
  const [before, after] =
    direction === "TB" ? [Position.Top, Position.Bottom] : [Position.Left, Position.Right];
  return (
    <div className={`graph-card health-${node.health ?? "none"} ${node.emphasis ?? ""}`}>
      <Handle type="target" position={before} isConnectable={false} />
      <b title={node.label}>{node.label}</b>
      <span>
        {node.health !== undefined && `${signs[node.health]} ${inWords(node.health)} `}
        {node.kind}
      </span>
      <Handle type="source" position={after} isConnectable={false} />
    </div>
  );
};

const types = { card: CardNode };

const useDrawing = ({ nodes, edges, direction = "TB" }: GraphProps) =>
  useMemo(() => {
    const places = layOut(nodes, edges, direction);
    const cards = nodes.map(
      (node): Card => ({
        id: node.id,
        type: "card",
        position: places.get(node.id) ?? { x: 0, y: 0 },
        ...nodeSize,
        data: { node, direction },
        ariaLabel: [node.label, node.kind, node.health].filter(Boolean).join(", "),
      }),
    );
    const lines = edges.map(
      ({ from, to, label }): Edge => ({
        id: `${from} ${to} ${label ?? ""}`,
        source: from,
        target: to,
        ...(label === undefined ? {} : { label }),
        focusable: false,
      }),
    );
    return { cards, lines };
  }, [nodes, edges, direction]);

/** The map itself; `Graph` loads it when it is shown. */
export const FlowGraph = (props: GraphProps) => {
  const { label, height = 480, onOpen } = props;
  const { cards, lines } = useDrawing(props);
  const open = ({ id, data: { node } }: Card): void => {
    if (onOpen !== undefined) onOpen(id);
    else if (node.href !== undefined) goTo(node.href);
  };
  return (
    <section className="graph" aria-label={label} style={{ height }}>
      <ReactFlow
        nodes={cards}
        edges={lines}
        nodeTypes={types}
        fitView
        minZoom={0.05}
        nodesDraggable={false}
        nodesConnectable={false}
        onlyRenderVisibleElements
        onNodeClick={(_, node) => open(node)}
        onKeyDown={(event) => {
          const id = (event.target as HTMLElement).closest<HTMLElement>(".react-flow__node")?.dataset.id;
          const card = cards.find((each) => each.id === id);
          if (event.key === "Enter" && card !== undefined) open(card);
        }}
        aria-label={`${label}. ${texts.graphHint}`}
      >
        <Background />
        <Controls showInteractive={false} />
        {cards.length > 30 && <MiniMap pannable zoomable ariaLabel={texts.graph} />}
      </ReactFlow>
    </section>
  );
};
