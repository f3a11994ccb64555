import type { ImportedRow } from "./import.ts";
import { importTexts as texts } from "./texts.ts";

type Change = NonNullable<ImportedRow["changes"]>[number];

const shown = (value: Change["to"]): string => {
  if (value === undefined || value === "") return texts.nothing;
  return Array.isArray(value) ? value.join("; ") : String(value);
};

/** Everything that is said of a row, a line each: what is wrong with it first. */
export const wordsOf = (row: ImportedRow): readonly string[] => [
  ...(row.reason === undefined ? [] : [row.reason]),
  ...(row.waitsFor === undefined ? [] : [texts.waitsFor(row.waitsFor)]),
  ...(row.waited === undefined ? [] : [texts.waited(row.waited.row, row.waited.importId)]),
  ...(row.faults ?? []).map(({ attribute, message }) => texts.fault(attribute, message)),
  ...(row.changes ?? []).map(({ attribute, from, to }) => texts.sets(attribute, shown(from), shown(to))),
  ...(row.kept ?? []).map(({ attribute, is, said, origin }) =>
    texts.keeps(attribute, shown(is), shown(said), origin === "manual" ? texts.manual : origin),
  ),
  ...(row.ignored === undefined || row.ignored.length === 0 ? [] : [texts.ignores(row.ignored.join(", "))]),
  ...(row.more === undefined ? [] : [texts.more(row.more)]),
];
