import { csvCell } from "../../../shared/csv/cell.ts";
import type { Form } from "../../../shared/http/endpoint.ts";
import { factOf } from "../decisions/reconcile.ts";
import { factNames } from "../decisions/said.ts";
import type { ExportedCi } from "./exported-ci.ts";

/**
 * CIs as a table that can be imported again: a column per fact, and one per attribute that any CI of the page
 * has. The columns of pages may differ.
 */
const tableOfCis = (cis: readonly ExportedCi[]): string => {
  const attributes = [...new Set(cis.flatMap((ci) => Object.keys(ci.attributes)))].toSorted();
  const rows = [
    ["class", "key", ...factNames, ...attributes],
    ...cis.map((ci) => [ci.classId, ci.id, ...[...factNames, ...attributes].map((name) => factOf(ci, name))]),
  ];
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
};

export const table: Form = {
  type: "text/csv",
  ending: "csv",
  description:
    "RFC 4180, UTF-8: class, key (the CI's number), facts, and a column per attribute that a CI of the page has; relations are a table of their own. An apostrophe precedes what a spreadsheet could take for a formula; the import takes it away",
  write: (page) => tableOfCis((page as { readonly items: readonly ExportedCi[] }).items),
};
