import Link from "@cloudscape-design/components/link";
import { follow } from "../../shell/follow.ts";
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
