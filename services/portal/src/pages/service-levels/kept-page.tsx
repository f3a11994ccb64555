import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import type { ApiProblem } from "../../api/problem.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { ConflictDialog } from "../../parts/record/conflict-dialog.tsx";
import type { Conflict } from "../../parts/record/merge.ts";
import type { Draft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { Unreadable } from "./plain-text.ts";
import { levelTexts as texts } from "./texts.ts";

type Kept = {
  readonly conflicts: readonly Conflict[];
  readonly merge: (keepTheirs: readonly string[]) => void;
};

/** Stays until it is decided, and comes back by its button after it was put aside. */
const Conflicts = ({ conflicts, merge }: Kept) => {
  const [isOpen, setOpen] = useState(true);
  if (conflicts.length === 0) return null;
  return (
    <>
      <Alert type="warning" action={<Button onClick={() => setOpen(true)}>{texts.decide}</Button>}>
        {texts.conflict}
      </Alert>
      {isOpen && <ConflictDialog conflicts={conflicts} onMerge={merge} onClose={() => setOpen(false)} />}
    </>
  );
};

type Props<Body> = {
  readonly title: string;
  readonly lead?: string;
  /** What is typed as the API takes it; throws `Unreadable`. */
  readonly read: () => Body;
  readonly onSave: (body: Body) => void;
  /** What is typed; given up by leaving the form. */
  readonly draft: Pick<Draft<unknown>, "clear">;
  /** Where the form is left for. */
  readonly back: string;
  readonly isRunning: boolean;
  readonly problem: ApiProblem | undefined;
  readonly more?: ReactNode;
  /** What saving is called here. */
  readonly save?: string;
  /** Shown to who may not write it, or while it may not be written. */
  readonly isReadOnly?: boolean;
  /** What somebody else changed meanwhile; asked about before anything is saved. */
  readonly kept?: Kept;
  readonly children: ReactNode;
};

/** A form of its own page: save, cancel, and what is wrong with it above the fields. */
export const KeptPage = <Body,>({ title, lead, read, onSave, draft, back, ...props }: Props<Body>) => {
  const [wrong, setWrong] = useState<string>();
  const isUndecided = (props.kept?.conflicts.length ?? 0) > 0;
  const save = (): void => {
    try {
      const body = read();
      setWrong(undefined);
      onSave(body);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      setWrong(error.message);
    }
  };
  const leave = (): void => {
    draft.clear();
    goTo(back);
  };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={lead}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            {props.more}
            {props.isReadOnly !== true && (
              <>
                <Button variant="link" onClick={leave}>
                  {texts.cancel}
                </Button>
                <Button variant="primary" loading={props.isRunning} disabled={isUndecided} onClick={save}>
                  {props.save ?? texts.save}
                </Button>
              </>
            )}
          </SpaceBetween>
        }
      >
        {title}
      </Header>
      {wrong !== undefined && (
        <div role="alert">
          <Box color="text-status-error">{texts.unreadable(wrong)}</Box>
        </div>
      )}
      {props.problem?.status !== 412 && <ProblemAlert problem={props.problem} />}
      {props.problem?.status === 412 && !isUndecided && <Box>{texts.together}</Box>}
      {props.kept !== undefined && <Conflicts {...props.kept} />}
      {props.children}
    </SpaceBetween>
  );
};
