import type { Schemas } from "../../../../../docs/generated/api.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import {
  linkColumn,
  personColumn,
  sinceColumn,
  teamColumn,
  textColumn,
} from "../../parts/table/usual-columns.tsx";
import { configurationTexts as texts } from "./texts.ts";

export type Row = Schemas["ListedCi"];

const names = texts.columns;
const ranks: Readonly<Record<string, number>> = { high: 0, medium: 1, low: 2 };

const plain = (
  id: string,
  header: string,
  text: (row: Row) => string | undefined,
  more: Parameters<typeof textColumn<Row>>[3] = {},
) => textColumn<Row>(id, header, text, { width: 140, ...more });

/** Columns of lists of configuration items; classes are called by their names. */
export const ciColumns = (className: (id: string) => string): readonly Column<Row>[] => [
  plain("id", names.id, ({ id }) => id, { width: 120 }),
  linkColumn("name", names.name, "/cis", ({ name }) => name, 240),
  plain("class", names.class, ({ classId }) => className(classId), { width: 160 }),
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <StateBadge state={state} text={texts.states[state] ?? state} />,
    text: ({ state }) => texts.states[state],
    width: 140,
  },
  plain(
    "criticality",
    names.criticality,
    ({ criticality }) => criticality && texts.criticalities[criticality],
    {
      order: ({ criticality = "" }) => ranks[criticality] ?? 3,
      width: 120,
    },
  ),
  personColumn("owner", names.owner, ({ ownerId }) => ownerId),
  teamColumn("team", names.team, ({ teamId }) => teamId),
  plain("location", names.location, ({ location }) => location),
  plain("environment", names.environment, ({ environment }) => environment, { isExtra: true }),
  sinceColumn("changed", names.changed, ({ updatedAt }) => updatedAt, { isExtra: true }),
];
