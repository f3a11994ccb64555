import Button from "@cloudscape-design/components/button";
import ButtonDropdown from "@cloudscape-design/components/button-dropdown";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { partTexts } from "../../texts/parts.ts";
import { type Action, allowedOf } from "../record/action.ts";
import { useActing } from "../record/use-acting.ts";
import { useAsking } from "../record/use-asking.tsx";
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
  const { begin, dialog, isRunning } = useAsking({ record: acted, draft: `${acted.id}.${task.id}`, acting });
  const [first, ...rest] = allowedOf(acted, actions);
  if (first === undefined) return null;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button loading={isRunning} ariaLabel={`${first.text}: ${task.title}`} onClick={() => begin(first)}>
        {first.text}
      </Button>
      {rest.length > 0 && (
        <ButtonDropdown
          items={rest.map(({ action, text }) => ({ id: action, text }))}
          ariaLabel={texts.actionsOf(task.title)}
          expandToViewport
          onItemClick={({ detail }) => begin(rest.find(({ action }) => action === detail.id))}
        >
          {partTexts.actions}
        </ButtonDropdown>
      )}
      {dialog}
    </SpaceBetween>
  );
};
