import type { Schemas } from "../../../../../docs/generated/api.ts";
import { Priority } from "../../parts/priority.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import {
  linkColumn,
  personColumn,
  sinceColumn,
  teamColumn,
  textColumn,
} from "../../parts/table/usual-columns.tsx";
import { problemTexts as texts } from "./texts.ts";

export type Row = Schemas["ListedProblemRecord"];

const names = texts.columns;

export const problemColumns: readonly Column<Row>[] = [
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
  linkColumn("title", names.title, "/problems", ({ title }) => title, 320),
  {
    id: "priority",
    header: names.priority,
    cell: ({ priority }) => <Priority level={priority} text={texts.priorities[priority] ?? ""} />,
    order: ({ priority }) => priority,
    width: 130,
  },
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <StateBadge state={state} text={texts.states[state] ?? state} />,
    text: ({ state }) => texts.states[state],
    width: 180,
  },
  teamColumn("team", names.team, ({ teamId }) => teamId),
  personColumn("assignee", names.assignee, ({ assigneeId }) => assigneeId),
  sinceColumn("opened", names.opened, ({ openedAt }) => openedAt),
];
