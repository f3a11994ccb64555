import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvCell, neutralised, original } from "../../../shared/csv/cell.ts";
import { readCsv } from "../../../shared/csv/read-csv.ts";

const rowsOf = (text: string): readonly (readonly string[])[] => {
  const read = readCsv(text);
  if ("problem" in read) throw new Error(read.problem);
  return read.rows;
};

const cells = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r\n", "é", " ", "=", "'") }), {
    minLength: 2,
    maxLength: 4,
  }),
  { minLength: 1, maxLength: 6 },
);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("reading CSV", () => {
  test("what is written comes back, whatever is in a cell", () => {
    fc.assert(
      fc.property(cells, fc.constantFrom("\n", "\r\n"), (table, end) => {
        const text = ["h,i", ...table.map((row) => row.map(quoted).join(","))].join(end);
        expect(rowsOf(text)).toEqual([["h", "i"], ...table]);
      }),
    );
  });

  test("it reads what another reader of RFC 4180 reads", () => {
    const loose = fc.array(
      fc.array(fc.constantFrom("", "a", "b c", '"x,y"', '"1""2"', '"line\nbreak"', "7"), {
        minLength: 3,
        maxLength: 3,
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(loose, fc.boolean(), fc.boolean(), (table, marked, ended) => {
        const text = `${marked ? "\uFEFF" : ""}a,b,c\n${table.map((row) => row.join(",")).join("\n")}${ended ? "\n" : ""}`;
        expect(rowsOf(text)).toEqual(parse(text, { bom: true }));
      }),
    );
  });

  test("semicolons and tabs separate where the header says so", () => {
    expect(rowsOf("a;b\n1,5;2")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    expect(rowsOf("a\tb\r\n1\t2\r\n")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test("a quote that is not closed is a problem of its line", () => {
    expect(readCsv('a,b\n1,2\n3,"4\n5')).toMatchObject({ line: 3 });
  });

  test("a cell that was made harmless for spreadsheets is read as it was", () => {
    const texts = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "a", ";", "\t", " ", '"') });
    fc.assert(
      fc.property(texts, (text) => {
        expect(original(neutralised(text))).toBe(text);
        expect(original(rowsOf(`h,i\n${csvCell(text)},x`)[1]?.[0] ?? "")).toBe(text);
      }),
    );
  });
});
