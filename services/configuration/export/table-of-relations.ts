import { csvCell } from "../../../shared/csv/cell.ts";
import type { Form } from "../../../shared/http/endpoint.ts";
import type { ExportedCi } from "./exported-ci.ts";

const header = ["from", "relation", "to", "weight", "group"];

const rowsOf = ({ id: from, relations, moreRelations }: ExportedCi): readonly (readonly unknown[])[] => [
  ...relations.map(({ typeId, toId, weight, group }) => [from, typeId, toId, weight, group]),
  // No row at all would look as if these were all.
  ...(moreRelations ? [[from, "has more relations than a page of the export tells", "", "", ""]] : []),
];

/** Relations that begin at the CIs of a page, as a table that can be imported again beside that of the CIs. */
export const relationTable: Form = {
  type: "application/vnd.steward.ci-relations+csv",
  ending: "relations.csv",
  description:
    "RFC 4180, UTF-8: the relations that begin at the CIs of the page, with the columns from, relation, to, weight and group; from and to are numbers of CIs. Of a CI that has more than 500 the last row says so, and the import refuses that row",
  write: (page) =>
    [header, ...(page as { readonly items: readonly ExportedCi[] }).items.flatMap(rowsOf)]
      .map((row) => `${row.map(csvCell).join(",")}\r\n`)
      .join(""),
};
