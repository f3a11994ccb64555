import { original } from "../../../shared/csv/cell.ts";
import { readCsv } from "../../../shared/csv/read-csv.ts";
import { ciRow, type Numbered, type Row, relationRow, type Unread } from "../import-row.ts";

/** Why a text is not a table that can be imported, at a line. */
export type NoTable = { readonly line: number; readonly problem: string };

const headerProblem = (header: readonly string[]): string | undefined => {
  if (new Set(header).size < header.length) return "Two columns have the same name";
  if (header.includes("from"))
    return ["relation", "to"].every((name) => header.includes(name))
      ? undefined
      : "A table of relations has the columns from, relation and to";
  return header.includes("class")
    ? undefined
    : "A table of things has the column class; one of relations from, relation and to";
};

const rowOf = (cells: Readonly<Record<string, string>>): Row | Unread => {
  const { from, relation, to, weight, group } = cells;
  if (from !== undefined)
    return relationRow({ from, type: relation, to, weight: weight || undefined, group: group || undefined });
  const { key, class: className, ...others } = cells;
  const values = Object.entries(others).filter(([, text]) => text !== "");
  return ciRow({ key: key === "" ? undefined : key, className, values: Object.fromEntries(values) });
};

/**
 * A table as CSV. Of things: a column `class`, `key` where the source has ids, and one per attribute; an empty
 * cell says nothing. Of relations: `from`, `relation`, `to`. Cells that our own export made harmless for
 * spreadsheets are read as they were.
 */
export const readTable = (text: string): readonly Numbered[] | NoTable => {
  const read = readCsv(text);
  if ("problem" in read) return read;
  const [first = [], ...rows] = read.rows;
  const header = first.map((name) => name.trim());
  const problem = headerProblem(header);
  if (problem) return { line: 1, problem };
  return rows.map((cells, at) => {
    const number = at + 1;
    if (cells.length > header.length)
      return {
        number,
        row: { kind: "unread", problem: `row: ${cells.length} cells for ${header.length} columns` },
      };
    return {
      number,
      row: rowOf(Object.fromEntries(header.map((name, i) => [name, original(cells[i] ?? "").trim()]))),
    };
  });
};
