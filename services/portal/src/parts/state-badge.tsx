import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import { inWords } from "./words.ts";

type Type = StatusIndicatorProps.Type;

const groups: readonly (readonly [Type, string])[] = [
  ["info", "new draft proposed requested planned scheduled open"],
  [
    "in-progress",
    "checking undoing merging in_progress started implementing analysing assessing running active_work deploying",
  ],
  ["pending", "on_hold pending waiting awaiting_approval in_review review submitted suspended"],
  [
    "success",
    "resolved closed done finished merged checked complete completed fulfilled published active approved in_use delivered accepted live",
  ],
  ["error", "failed incomplete rejected breached disputed"],
  ["stopped", "cancelled undone skipped retired withdrawn discarded disposed inactive dismissed expired"],
];

const types = new Map(
  groups.flatMap(([type, names]) => names.split(" ").map((name) => [name, type] as const)),
);

type Props = { readonly state: string; readonly text?: string };

/** A record's state in words, with a colour and a sign that fit it. */
export const StateBadge = ({ state, text }: Props) => (
  <StatusIndicator type={types.get(state) ?? "info"}>{text ?? inWords(state)}</StatusIndicator>
);
