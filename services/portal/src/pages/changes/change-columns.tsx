import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { linkColumn, personColumn, teamColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import type { Row } from "./lists.ts";
import { Risk } from "./risk.tsx";
import { changeTexts as texts } from "./texts.ts";

const names = texts.columns;

/** Columns of a list of changes. */
export const changeColumns: readonly Column<Row>[] = [
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
  linkColumn("title", names.title, "/changes", ({ title }) => title, 300),
  { id: "type", header: names.type, cell: ({ type }) => inWords(type), text: ({ type }) => type, width: 110 },
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => inWords(state),
    width: 140,
  },
  {
    id: "risk",
    header: names.risk,
    cell: ({ risk }) => <Risk risk={risk} />,
    text: ({ risk }) => risk,
    width: 100,
  },
  {
    id: "conflicts",
    header: names.conflicts,
    cell: ({ conflicts }) => conflicts?.total ?? 0,
    order: ({ conflicts }) => conflicts?.total ?? 0,
    width: 110,
  },
  {
    id: "start",
    header: names.start,
    cell: ({ plannedStart }) => <When at={plannedStart} />,
    order: ({ plannedStart }) => plannedStart,
    width: 150,
  },
  {
    id: "end",
    header: names.end,
    cell: ({ plannedEnd }) => <When at={plannedEnd} />,
    order: ({ plannedEnd }) => plannedEnd,
    width: 150,
    isExtra: true,
  },
  teamColumn("team", names.team, ({ teamId }) => teamId),
  personColumn("assignee", names.assignee, ({ assigneeId }) => assigneeId),
  personColumn("requester", names.requester, ({ requesterId }) => requesterId, { isExtra: true }),
];
