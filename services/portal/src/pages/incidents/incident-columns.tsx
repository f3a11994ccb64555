import Badge from "@cloudscape-design/components/badge";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Due } from "../../parts/due.tsx";
import { Priority } from "../../parts/priority.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import type { Row } from "./queues.ts";
import { incidentTexts as texts } from "./texts.ts";

const stateText = ({ state, holdReason }: Row): string =>
  holdReason === undefined ? inWords(state) : (texts.holds[holdReason] ?? inWords(state));

const Title = ({ row }: { readonly row: Row }) => (
  <SpaceBetween direction="horizontal" size="xs">
    <span data-row={row.id}>
      <Link href={`/incidents/${row.id}`} onFollow={follow}>
        {row.title}
      </Link>
    </span>
    {row.vip && <Badge color="blue">{texts.vip}</Badge>}
    {row.majorState === "accepted" && <Badge color="red">{texts.major}</Badge>}
    {row.majorState === "proposed" && <Badge color="severity-medium">{texts.majorProposed}</Badge>}
    {row.restricted && <Badge>{texts.restricted}</Badge>}
  </SpaceBetween>
);

const names = texts.columns;

/** Columns of a list of incidents. */
export const incidentColumns: readonly Column<Row>[] = [
  { id: "id", header: names.id, cell: ({ id }) => id, text: ({ id }) => id, width: 120 },
  {
    id: "title",
    header: names.title,
    cell: (row) => <Title row={row} />,
    text: ({ title }) => title,
    width: 300,
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
    cell: (row) => <StateBadge state={row.state} text={stateText(row)} />,
    text: stateText,
    width: 170,
  },
  {
    id: "due",
    header: names.due,
    cell: ({ targetAt, resolvedAt }) => <Due at={resolvedAt === undefined ? targetAt : undefined} />,
    order: ({ targetAt }) => targetAt,
    width: 140,
  },
  {
    id: "caller",
    header: names.caller,
    cell: (row) => row.callerId,
    text: (row) => row.callerId,
    width: 130,
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
  {
    id: "updated",
    header: names.updated,
    cell: ({ updatedAt }) => <When at={updatedAt} as="distance" />,
    order: ({ updatedAt }) => updatedAt,
    width: 120,
    isExtra: true,
  },
  {
    id: "category",
    header: names.category,
    cell: ({ category }) => category ?? "–",
    text: ({ category }) => category,
    isExtra: true,
  },
  {
    id: "channel",
    header: names.channel,
    cell: ({ channel }) => inWords(channel),
    text: ({ channel }) => channel,
    isExtra: true,
  },
];
