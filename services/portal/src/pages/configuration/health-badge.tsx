import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { configurationTexts as texts } from "./texts.ts";

export type Level = Schemas["CiHealth"]["level"];

const types: Readonly<Record<Level, StatusIndicatorProps.Type>> = {
  ok: "success",
  changing: "in-progress",
  troubled: "warning",
  at_risk: "warning",
  impaired: "error",
  critical: "error",
};

/** How an item is doing: in words, with a sign and a colour. */
export const HealthBadge = ({ level }: { readonly level: Level }) => (
  <StatusIndicator type={types[level]}>{texts.levels[level] ?? level}</StatusIndicator>
);
