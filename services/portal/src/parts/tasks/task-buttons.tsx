import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { partTexts } from "../../texts/parts.ts";
import { type Action, allowedOf, fieldsOf } from "../record/action.ts";
import { ActionDialog } from "../record/action-dialog.tsx";
import { useActing } from "../record/use-acting.ts";
import type { ActedTask } from "./task-actions.ts";
import { taskTexts as texts } from "./texts.ts";

type Props = {
  readonly acted: ActedTask;
  readonly actions: readonly Action<ActedTask>[];
  readonly onDone: (reply: unknown) => void;
  readonly onConflict: () => unknown;
};

/** What can be done to a task now: what usually comes next as a button, the rest in a list. */
export const TaskButtons = ({ acted, actions, onDone, onConflict }: Props) => {
  const { task } = acted;
  const acting = useActing({ record: acted, about: task.title, onDone, onConflict });
  const [asking, setAsking] = useState<Action<ActedTask>>();
  const [first, ...rest] = allowedOf(acted, actions);
  const begin = (action: Action<ActedTask>): void => {
    if (fieldsOf(action, acted).length === 0) void acting.act(action, {});
    else setAsking(action);
  };
  const close = (): void => {
    setAsking(undefined);
    acting.forget();
  };
  if (first === undefined) return null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        loading={acting.isRunning && asking === undefined}
        ariaLabel={`${first.text}: ${task.title}`}
        onClick={() => begin(first)}
      >
        {first.text}
      </Button>
      {rest.length > 0 && (
        <ButtonDropdown
          items={rest.map(({ action, text }) => ({ id: action, text }))}
          ariaLabel={texts.actionsOf(task.title)}
          expandToViewport
          onItemClick={({ detail }) => {
            const chosen = rest.find(({ action }) => action === detail.id);
            if (chosen !== undefined) begin(chosen);
          }}
        >
          {partTexts.actions}
        </ButtonDropdown>
      )}
      {asking !== undefined && (
        <ActionDialog
          title={asking.text}
          lead={asking.lead}
          fields={fieldsOf(asking, acted)}
          draft={`${acted.id}.${task.id}.${asking.action}`}
          problem={acting.problem}
          isRunning={acting.isRunning}
          onClose={close}
          onSubmit={async (body) => {
            const isDone = await acting.act(asking, body);
            if (isDone) close();
            return isDone;
          }}
        />
      )}
    </SpaceBetween>
  );
};
