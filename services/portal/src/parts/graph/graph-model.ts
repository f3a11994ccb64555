/** Something on a map. */
export type GraphNode = {
  readonly id: string;
  readonly label: string;
  /** Second line: what it is. */
  readonly kind?: string;
  /** Says how it is by colour and by sign. */
  readonly health?: "good" | "degraded" | "down" | "unknown" | undefined;
  /** Where looking began, or what is affected. */
  readonly emphasis?: "root" | "affected" | undefined;
  readonly href?: string | undefined;
};

/** What depends on what: drawn from `from` to `to`. */
export type GraphEdge = { readonly from: string; readonly to: string; readonly label?: string };
