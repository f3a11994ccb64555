import "./tasks.css";
import { useMe } from "../../session/me.ts";
import { type Kind, type RecordOf, verbsOf } from "./task.ts";
import { taskActions } from "./task-actions.ts";
import { TaskButtons } from "./task-buttons.tsx";
import { TaskRow } from "./task-row.tsx";

export type TasksProps<K extends Kind> = {
  readonly of: K;
  readonly record: RecordOf[K];
  /** The record as it is afterwards. */
  readonly onDone: (record: RecordOf[K]) => void;
  /** Somebody was faster: shows how the record is now. */
  readonly onConflict: () => unknown;
};

/** Those of a record of any kind. */
export type AnyTasksProps = { readonly [K in Kind]: TasksProps<K> }[Kind];

/** The tasks of a record, each with what this person can do to it now. */
export const TaskList = <K extends Kind>({ of, record, onDone, onConflict }: TasksProps<K>) => {
  const me = useMe();
  const actions = taskActions(of);
  const all = record.tasks ?? [];
  return (
    <ul className="tasks">
      {all.map((task) => (
        <TaskRow
          key={task.id}
          task={task}
          buttons={
            <TaskButtons
              acted={{ id: record.id, actions: verbsOf(of, record, task, me), task, all }}
              actions={actions}
              onDone={(reply) => onDone(reply as RecordOf[K])}
              onConflict={onConflict}
            />
          }
        />
      ))}
    </ul>
  );
};
