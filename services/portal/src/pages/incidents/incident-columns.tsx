import Badge from "@cloudscape-design/components/badge";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Due } from "../../parts/due.tsx";
import { Priority } from "../../parts/priority.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { personColumn, sinceColumn, teamColumn, textColumn } from "../../parts/table/usual-columns.tsx";
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
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
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
  personColumn("caller", names.caller, ({ callerId }) => callerId),
  teamColumn("team", names.team, ({ teamId }) => teamId),
  personColumn("assignee", names.assignee, ({ assigneeId }) => assigneeId),
  sinceColumn("opened", names.opened, ({ openedAt }) => openedAt),
  sinceColumn("updated", names.updated, ({ updatedAt }) => updatedAt, { isExtra: true }),
  textColumn("category", names.category, ({ category }) => category, { isExtra: true }),
  {
    id: "channel",
    header: names.channel,
    cell: ({ channel }) => inWords(channel),
    text: ({ channel }) => channel,
    isExtra: true,
  },
];
