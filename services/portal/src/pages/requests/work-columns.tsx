import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Due } from "../../parts/due.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { personColumn, sinceColumn, teamColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { verbsOf } from "../../parts/tasks/task.ts";
import { taskActions } from "../../parts/tasks/task-actions.ts";
import { TaskButtons } from "../../parts/tasks/task-buttons.tsx";
import type { Me } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import type { WorkRow } from "./work-rows.ts";
import { workTexts as texts } from "./work-texts.ts";

const Title = ({ row: { task, item } }: { readonly row: WorkRow }) => (
  <SpaceBetween size="xxxs">
    <Link href={`/requests/${item.requestId}`} onFollow={follow}>
      {task.title}
    </Link>
    <Box color="text-body-secondary">{item.name}</Box>
    {task.stuckSince !== undefined && <Badge color="red">{texts.late}</Badge>}
    {task.failure !== undefined && <Badge color="severity-medium">{texts.failed}</Badge>}
  </SpaceBetween>
);

const actions = taskActions("item");
const names = texts.columns;

type Acting = {
  readonly me: Me;
  readonly onDone: (item: WorkRow["item"]) => void;
  readonly onConflict: () => unknown;
};

/** Columns of work that waits, with what this person can do to each piece of it. */
export const workColumns = ({ me, onDone, onConflict }: Acting): readonly Column<WorkRow>[] => [
  {
    id: "task",
    header: names.task,
    cell: (row) => <Title row={row} />,
    text: ({ task, item }) => `${task.title} ${item.name}`,
    width: 220,
    isRowHeader: true,
  },
  {
    id: "state",
    header: names.state,
    cell: ({ task }) => <StateBadge state={task.state} />,
    text: ({ task }) => task.state,
    width: 120,
  },
  {
    id: "due",
    header: names.due,
    cell: ({ task, item }) => <Due at={task.dueAt ?? item.targetAt ?? item.expectedAt} />,
    order: ({ task, item }) => task.dueAt ?? item.targetAt ?? item.expectedAt,
    width: 110,
  },
  personColumn("assignee", names.assignee, ({ task }) => task.assigneeId),
  {
    id: "do",
    header: names.next,
    cell: ({ task, item }) => (
      <TaskButtons
        acted={{ id: item.id, actions: verbsOf("item", item, task, me), task, all: item.tasks }}
        actions={actions}
        onDone={(reply) => onDone(reply as WorkRow["item"])}
        onConflict={onConflict}
      />
    ),
    width: 270,
  },
  teamColumn("team", names.team, ({ task }) => task.teamId),
  personColumn("for", names.forWhom, ({ item }) => item.requestedFor),
  textColumn("number", names.number, ({ task }) => task.id, { isExtra: true }),
  textColumn("order", names.order, ({ item }) => item.requestId, { isExtra: true }),
  sinceColumn("opened", names.opened, ({ task }) => task.openedAt, { isExtra: true }),
];
