import type { Schemas } from "../../../../../docs/generated/api.ts";
import { Priority } from "../../parts/priority.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { linkColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
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
  textColumn("team", names.team, ({ teamId }) => teamId, { width: 130 }),
  textColumn("assignee", names.assignee, ({ assigneeId }) => assigneeId, { width: 130 }),
  sinceColumn("opened", names.opened, ({ openedAt }) => openedAt),
];
