import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { stockTexts as texts } from "./stock-texts.ts";

type State = Schemas["LicencePosition"]["state"];

const types: Readonly<Record<State, StatusIndicatorProps.Type>> = {
  compliant: "success",
  over_used: "error",
  under_used: "warning",
  unlicensed: "error",
  unused: "stopped",
};

/** How rights that are used stand to those that were bought. */
export const PositionState = ({ state }: { readonly state: State }) => (
  <StatusIndicator type={types[state]}>{texts.positions[state] ?? state}</StatusIndicator>
);
