import Badge from "@cloudscape-design/components/badge";
import { changeTexts as texts } from "./texts.ts";

const colours = {
  low: "severity-low",
  medium: "severity-medium",
  high: "severity-high",
  very_high: "severity-critical",
} as const;

type Props = { readonly risk: keyof typeof colours | undefined };

/** A change's risk in a word and a colour; nothing before it was assessed. */
export const Risk = ({ risk }: Props) =>
  risk === undefined ? null : <Badge color={colours[risk]}>{texts.risks[risk]}</Badge>;
