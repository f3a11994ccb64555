import Link from "@cloudscape-design/components/link";
import { follow } from "../../shell/follow.ts";
import type { Kind } from "../names/known-names.ts";
import { PersonName, TeamName } from "../names/named.tsx";
import { nameNow } from "../names/names.ts";
import { When } from "../when.tsx";
import type { Column } from "./column.ts";

type More<Row> = Omit<Partial<Column<Row>>, "id" | "header" | "cell" | "text">;

/** A column of plain text, with a dash where there is none. */
export const textColumn = <Row,>(
  id: string,
  header: string,
  text: (row: Row) => string | undefined,
  more: More<Row> = {},
): Column<Row> => ({ id, header, cell: (row) => text(row) ?? "–", text, ...more });

/** The column that names a row and leads to its page below an address. */
export const linkColumn = <Row extends { readonly id: string }>(
  id: string,
  header: string,
  address: string,
  text: (row: Row) => string,
  width: number,
): Column<Row> => ({
  id,
  header,
  cell: (row) => (
    <Link href={`${address}/${row.id}`} onFollow={follow}>
      {text(row)}
    </Link>
  ),
  text,
  width,
  isRowHeader: true,
});

const named =
  (kind: Kind, Name: typeof PersonName) =>
  <Row,>(
    id: string,
    header: string,
    of: (row: Row) => string | undefined,
    more: More<Row> = {},
  ): Column<Row> => ({
    id,
    header,
    cell: (row) => <Name id={of(row)} />,
    text: (row) => {
      const found = of(row);
      return found === undefined ? undefined : nameNow(kind, found);
    },
    width: 140,
    ...more,
  });

/** A column of people by name. */
export const personColumn = named("person", PersonName);

/** A column of teams by name. */
export const teamColumn = named("team", TeamName);

/** A column that says how long ago something was. */
export const sinceColumn = <Row,>(
  id: string,
  header: string,
  at: (row: Row) => string | undefined,
  more: More<Row> = {},
): Column<Row> => ({
  id,
  header,
  cell: (row) => <When at={at(row)} as="distance" />,
  order: at,
  width: 120,
  ...more,
});
