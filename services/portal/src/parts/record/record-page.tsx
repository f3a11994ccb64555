import ColumnLayout from "@cloudscape-design/components/column-layout";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useTitle } from "../../shell/title.ts";
import { StateBadge } from "../state-badge.tsx";

type Props = {
  /** The number that people quote. */
  readonly id: string;
  readonly title: string;
  readonly state?: string | undefined;
  readonly stateText?: string;
  /** Short facts beside the state (in a horizontal `SpaceBetween`). */
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
  /** Said when the record changed elsewhere while it is shown. */
  readonly alert?: ReactNode;
  /** What people read and write. */
  readonly children: ReactNode;
  /** Facts and neighbours (in a `SpaceBetween`); below the rest on a phone. */
  readonly side?: ReactNode;
};

/** Every record looks like this: number and title, state, what can be done, the story, the facts beside it. */
export const RecordPage = ({ id, title, state, stateText, facts, actions, alert, children, side }: Props) => {
  useTitle(`${id} ${title}`);
  return (
    <SpaceBetween size="m">
      <Header variant="h1" actions={actions}>
        {title}
      </Header>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <span>{id}</span>
        {state !== undefined && (
          <StateBadge state={state} {...(stateText === undefined ? {} : { text: stateText })} />
        )}
        {facts}
      </SpaceBetween>
      {alert}
      {side === undefined ? (
        <ColumnLayout>{children}</ColumnLayout>
      ) : (
        <Grid gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}>
          <SpaceBetween size="m">{children}</SpaceBetween>
          {side}
        </Grid>
      )}
    </SpaceBetween>
  );
};
