import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

type Props = {
  readonly title: string;
  /** What the person can do now. */
  readonly lead?: string | undefined;
  readonly action?: ReactNode;
};

/** An empty list or panel that says what to do. */
export const Empty = ({ title, lead, action }: Props) => (
  <Box textAlign="center" padding={{ vertical: "s" }}>
    <SpaceBetween size="xs">
      <b>{title}</b>
      {lead !== undefined && <Box color="text-body-secondary">{lead}</Box>}
      {action}
    </SpaceBetween>
  </Box>
);
