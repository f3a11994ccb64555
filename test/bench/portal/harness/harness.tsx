import "@cloudscape-design/global-styles/index.css";
import { createRoot } from "react-dom/client";
import { FlowGraph } from "../../../../services/portal/src/parts/graph/flow-graph.tsx";

/** Items of the map, each depending on one in the layer above, as services on hosts on networks. */
const count = Number(new URLSearchParams(location.search).get("count") ?? 500);
const nodes = Array.from({ length: count }, (_, at) => ({
  id: `CI${at}`,
  label: `server-${at}`,
  kind: "Server",
}));
const edges = nodes.slice(1).map(({ id }, at) => ({ from: `CI${Math.floor(at / 4)}`, to: id }));

const root = document.getElementById("root");
if (root !== null)
  createRoot(root).render(<FlowGraph nodes={nodes} edges={edges} label="Map" height={800} />);
