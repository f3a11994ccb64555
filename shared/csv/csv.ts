import { csvCell } from "./cell.ts";
import { type Column, columnName, valueAt } from "./columns.ts";

/** Records as CSV (RFC 4180, UTF-8 without a mark): a header row, then one row for each, every row ended by CRLF. */
export const csvOf = (columns: readonly Column[], records: readonly unknown[]): string => {
  const rows = [columns.map(columnName), ...records.map((record) => columns.map((c) => valueAt(record, c)))];
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
};
