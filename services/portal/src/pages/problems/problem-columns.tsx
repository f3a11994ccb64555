import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { Priority } from "../../parts/priority.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { problemTexts as texts } from "./texts.ts";

export type Row = Schemas["ListedProblemRecord"];

const names = texts.columns;

export const problemColumns: readonly Column<Row>[] = [
  { id: "id", header: names.id, cell: ({ id }) => id, text: ({ id }) => id, width: 120 },
  {
    id: "title",
    header: names.title,
    cell: ({ id, title }) => (
      <Link href={`/problems/${id}`} onFollow={follow}>
        {title}
      </Link>
    ),
    text: ({ title }) => title,
    width: 320,
    isRowHeader: true,
  },
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
  {
    id: "team",
    header: names.team,
    cell: ({ teamId }) => teamId ?? "–",
    text: ({ teamId }) => teamId,
    width: 130,
  },
  {
    id: "assignee",
    header: names.assignee,
    cell: ({ assigneeId }) => assigneeId ?? "–",
    text: ({ assigneeId }) => assigneeId,
    width: 130,
  },
  {
    id: "opened",
    header: names.opened,
    cell: ({ openedAt }) => <When at={openedAt} as="distance" />,
    order: ({ openedAt }) => openedAt,
    width: 120,
  },
];
