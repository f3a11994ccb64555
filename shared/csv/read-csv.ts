/** What a CSV text holds, row by row, or the line at which it is not CSV. */
export type CsvRows =
  | { readonly rows: readonly (readonly string[])[] }
  | { readonly line: number; readonly problem: string };

const separators = [",", ";", "\t"] as const;

/** The separator of a file is the one its header has most of: European spreadsheets write semicolons. */
const separatorOf = (text: string): string => {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (separator: string) => header.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
};

/** One cell, quoted or plain, and what ends it: a separator, a line break or the end of the text. */
const cellAt = (separator: string): RegExp => {
  const plain = separator === "\t" ? "[^\\t\\r\\n]*" : `[^${separator}\\r\\n]*`;
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)"|(?!")(${plain}))(${separator}|\\r\\n|\\r|\\n|$)`, "y");
};

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/**
 * The rows of a CSV text (RFC 4180; UTF-8 with or without a mark; comma, semicolon or tab; any line break).
 * Empty lines are left out. The header is a row like others.
 */
export const readCsv = (given: string): CsvRows => {
  const text = given.replace(/^\uFEFF/, "");
  const cell = cellAt(separatorOf(text));
  const rows: string[][] = [];
  let row: string[] = [];
  let line = 1;
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text);
    if (!found) return { line, problem: "A quoted cell is not closed, or text follows its closing quote" };
    const [whole, quoted, plain = "", end = ""] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += lineBreaks(whole);
    if (end !== "" && !/[\r\n]/.test(end)) continue;
    const isEmpty = row.length === 1 && whole.length === end.length;
    if (!isEmpty) rows.push(row);
    row = [];
    if (end === "") break;
  }
  return { rows };
};
