import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import { useCommand } from "../../api/use-command.ts";
import { usePages } from "../../api/use-pages.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { follow } from "../../shell/follow.ts";
import { type Change, linkActions } from "./change-actions.ts";
import { type Tie, tiesOf } from "./ties.ts";
import { workTexts as texts } from "./work-texts.ts";

type Props = {
  /** With what the person may do. */
  readonly change: Change;
  /** Whether they may read which changes are its parts. */
  readonly isInsider: boolean;
  readonly onDone: (change: Change) => void;
  readonly onConflict: () => unknown;
};

const Shown = ({ tie, onRemove }: { readonly tie: Tie; readonly onRemove: (() => void) | undefined }) => (
  <li>
    {tie.text}{" "}
    {tie.href === undefined ? (
      tie.target
    ) : (
      <Link href={tie.href} onFollow={follow}>
        {tie.target}
      </Link>
    )}
    {onRemove !== undefined && (
      <Button
        variant="inline-icon"
        iconName="close"
        ariaLabel={texts.unlink(tie.target)}
        onClick={onRemove}
      />
    )}
  </li>
);

/** Problems, incidents, requests and other changes that it belongs to, and ways to say so. */
export const ChangeTies = ({ change, isInsider, onDone, onConflict }: Props) => {
  const parts = usePages(
    "GET /changes",
    isInsider ? { query: { parentId: change.id, limit: 50 } } : undefined,
    { everyMs: 60_000 },
  );
  const remove = useCommand("POST /changes/{changeId}/links/remove", { done: texts.unlinked, onDone });
  const ties = tiesOf(
    change,
    parts.items.map(({ id }) => id),
  );
  const mayLink = change.actions?.includes("link") === true;
  const params = { changeId: change.id };
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <RecordActions record={change} actions={linkActions} onDone={onDone} onConflict={onConflict} />
          }
        >
          {texts.ties}
        </Header>
      }
    >
      <ProblemAlert problem={remove.problem} />
      {ties.length === 0 && <Box color="text-body-secondary">{texts.noTies}</Box>}
      <ul className="plain">
        {ties.map((tie) => {
          const { link } = tie;
          const onRemove = link && mayLink ? () => void remove.run({ params, body: link }) : undefined;
          return <Shown key={`${tie.text} ${tie.target}`} tie={tie} onRemove={onRemove} />;
        })}
      </ul>
    </Container>
  );
};
