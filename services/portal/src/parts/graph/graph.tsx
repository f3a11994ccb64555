import Spinner from "@cloudscape-design/components/spinner";
import { lazy, Suspense } from "react";
import type { GraphProps } from "./flow-graph.tsx";

const FlowGraph = lazy(async () => ({ default: (await import("./flow-graph.tsx")).FlowGraph }));

/** An interactive map of what depends on what: pan, zoom, keyboard, colours for health. Its code is loaded here. */
export const Graph = (props: GraphProps) => (
  <Suspense fallback={<Spinner size="large" />}>
    <FlowGraph {...props} />
  </Suspense>
);
