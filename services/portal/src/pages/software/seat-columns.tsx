import type { Schemas } from "../../../../../docs/generated/api.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { nameNow } from "../../parts/names/names.ts";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { softwareTexts as texts } from "./texts.ts";

export type Seat = Schemas["Seat"];

const release: Action<Seat> = {
  action: "release",
  text: texts.release,
  route: "POST /seats/{seatId}/release",
};

/** How the person or device of a seat is called. */
export const nameOfSeat = ({ unit }: Seat): string =>
  unit.kind === "person" ? nameNow("person", unit.id) : unit.id;

/** Who has a right, since when, and whether it is used. */
export const seatColumns = (onDone: () => unknown): readonly Column<Seat>[] => [
  {
    id: "who",
    header: texts.who,
    cell: ({ unit }) => (unit.kind === "person" ? <PersonName id={unit.id} /> : unit.id),
    text: nameOfSeat,
    width: 170,
    isRowHeader: true,
  },
  {
    id: "state",
    header: texts.given,
    cell: ({ state }) => (
      <StateBadge
        state={state === "allocated" ? "active" : "inactive"}
        text={state === "allocated" ? texts.given : texts.notGiven}
      />
    ),
    text: ({ state }) => (state === "allocated" ? texts.given : texts.notGiven),
    width: 120,
  },
  {
    id: "since",
    header: texts.givenAt,
    cell: ({ allocatedAt }) => <When at={allocatedAt} as="day" />,
    order: ({ allocatedAt }) => allocatedAt,
    width: 140,
  },
  {
    id: "installs",
    header: texts.installs,
    cell: ({ installs }) => installs,
    order: ({ installs }) => installs,
    width: 105,
  },
  textColumn("lastUsed", texts.lastUsed, ({ lastUsedOn }) => lastUsedOn, { width: 115 }),
  {
    id: "actions",
    header: texts.actions,
    cell: (row) => <RecordActions record={row} actions={[release]} onDone={onDone} onConflict={onDone} />,
    width: 180,
  },
];
