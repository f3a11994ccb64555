import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { Dialog } from "../dialog.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { ConflictDialog } from "./conflict-dialog.tsx";
import type { useEditing } from "./use-editing.ts";

type Props = {
  readonly title: string;
  readonly editing: ReturnType<typeof useEditing>;
  /** Large for what is written there rather than answered. */
  readonly size?: "medium" | "large";
  /** The fields. */
  readonly children: ReactNode;
};

/** The dialog around an edit: the form, or what has to be decided where it meets somebody else's. */
export const EditDialog = ({ title, editing, size = "medium", children }: Props) =>
  editing.conflicts === undefined ? (
    <Dialog
      title={title}
      size={size}
      onClose={editing.close}
      confirm={{ text: texts.save, isRunning: editing.isRunning, onClick: () => void editing.submit() }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={editing.problem} />
        {children}
      </SpaceBetween>
    </Dialog>
  ) : (
    <ConflictDialog
      conflicts={editing.conflicts}
      onMerge={(keepTheirs) => void editing.merge(keepTheirs)}
      onClose={editing.giveUpMerge}
    />
  );
