import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useMe } from "../../session/me.ts";
import { AddTask } from "./add-task.tsx";
import { type Kind, mayAdd } from "./task.ts";
import { TaskList, type TasksProps } from "./task-list.tsx";
import { taskTexts as texts } from "./texts.ts";

/** The work a record is made of; nothing where there is none and this person adds none. */
export const TasksCard = <K extends Kind>(props: TasksProps<K>) => {
  const me = useMe();
  const tasks = props.record.tasks ?? [];
  if (tasks.length === 0 && !mayAdd(props.of, props.record, me)) return null;
  return (
    <Container
      header={
        <Header variant="h2" actions={<AddTask {...props} />}>
          {texts.tasks}
        </Header>
      }
    >
      {tasks.length === 0 ? <Box color="text-body-secondary">{texts.none}</Box> : <TaskList {...props} />}
    </Container>
  );
};
