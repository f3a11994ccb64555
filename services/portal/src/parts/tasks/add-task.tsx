import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useMe } from "../../session/me.ts";
import { type Acted, type Action, fieldsOf } from "../record/action.ts";
import { ActionDialog } from "../record/action-dialog.tsx";
import { useActing } from "../record/use-acting.ts";
import { type Kind, mayAdd, type RecordOf } from "./task.ts";
import { addRoute, fieldsOfTask } from "./task-actions.ts";
import type { TasksProps } from "./task-list.tsx";
import { taskTexts as texts } from "./texts.ts";

/** Adds a task to a record, where its state and the person's roles allow it. */
export const AddTask = <K extends Kind>({ of, record, onDone, onConflict }: TasksProps<K>) => {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const acting = useActing<Acted>({
    record: { id: record.id },
    onDone: (reply) => onDone(reply as unknown as RecordOf[K]),
    onConflict,
  });
  if (!mayAdd(of, record, me)) return null;
  const action: Action<Acted> = {
    action: "add",
    text: texts.added,
    route: addRoute(of),
    fields: fieldsOfTask(of, {}, record.tasks ?? []),
  };
  const close = (): void => {
    setOpen(false);
    acting.forget();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{texts.add}</Button>
      {isOpen && (
        <ActionDialog
          title={texts.add}
          fields={fieldsOf(action, { id: record.id })}
          draft={`${record.id}.add-task`}
          problem={acting.problem}
          isRunning={acting.isRunning}
          onClose={close}
          onSubmit={async (body) => {
            const isDone = await acting.act(action, body);
            if (isDone) close();
            return isDone;
          }}
        />
      )}
    </>
  );
};
