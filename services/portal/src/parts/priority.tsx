import Badge, { type BadgeProps } from "@cloudscape-design/components/badge";

const colours: Readonly<Record<number, NonNullable<BadgeProps["color"]>>> = {
  1: "severity-critical",
  2: "severity-high",
  3: "severity-medium",
  4: "severity-low",
  5: "severity-neutral",
};

type Props = { readonly level: number; readonly text: string };

/** A priority from 1 to 5, by word and by colour. */
export const Priority = ({ level, text }: Props) => <Badge color={colours[level] ?? "grey"}>{text}</Badge>;
