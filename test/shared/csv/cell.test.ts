import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvCell, neutralised } from "../../../shared/csv/cell.ts";
import { referenceData } from "../../infra/local/support/reference-data.ts";

const naughty = referenceData<readonly string[]>("strings/naughty-strings.json") ?? [];
const starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "⁺", "₌", "−"];
const before = ["", " ", "\t", "\r", "\n", "\u00a0", "\u200b", "\ufeff", "\u202e", "\u0000", '"', ' \t"'];

/** Written apart from the rule: what a spreadsheet sees of a cell once it has dropped what it drops. */
const looksLikeFormula = (cell: string): boolean =>
  /^[=+\-@\u2212]/.test(cell.replace(/^[\s\p{Z}\p{C}"]+/u, "").normalize("NFKC"));
/** The cells of a text as a reader with this separator cuts it, quotes or not. */
const cut = (text: string, separator: RegExp): readonly string[] => text.split(separator);

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "＝", ";", "\t", "\r", "\n", '"', ",", " ", "'", "a", "1"),
    maxLength: 12,
  }),
  fc
    .tuple(fc.constantFrom(...before), fc.constantFrom(...starts), fc.string())
    .map((parts) => parts.join("")),
);
const isSafe = (text: string): boolean => {
  const cell = neutralised(text);
  return (
    !/^[\t\r\n]/.test(cell) &&
    [/;/, /\t/, /[\r\n]/, /[;\t\r\n]/].every((by) => !cut(cell, by).some(looksLikeFormula))
  );
};

describe("a text in a CSV cell", () => {
  test("begins no formula, for any reader, whatever stands before it", () => {
    fc.assert(fc.property(anyText, isSafe), { numRuns: 5000 });
    for (const start of starts)
      for (const front of before) expect(csvCell(`${front}${start}1+1`)).toMatch(/^"?'/);
  });

  test("is neutralised among the strings that break programs, and one that is harmless stays as it is", () => {
    expect(naughty.filter((text) => !isSafe(text))).toEqual([]);
    const changed = naughty.filter((text) => neutralised(text) !== text);
    for (const text of changed) expect(neutralised(text).replaceAll("'", "")).toBe(text.replaceAll("'", ""));
    if (naughty.length > 0) expect(changed.length).toBeLessThan(naughty.length / 4);
    expect(neutralised("a=b, 1-2; mail@example.com")).toBe("a=b, 1-2; mail@example.com");
  });

  test("comes back from a CSV reader byte for byte, but for the apostrophes", () => {
    const comesBack = (texts: readonly string[]) => {
      const [row] = parse(`${texts.map(csvCell).join(",")}\r\n`, {
        record_delimiter: "\r\n",
        relax_column_count: true,
      });
      expect(row).toEqual(texts.map(neutralised));
    };
    // An empty row and a mark at the front mean something else to readers.
    const list = fc.array(anyText, { minLength: 1, maxLength: 4 }).map((texts) => ["x", ...texts]);
    fc.assert(fc.property(list, comesBack), { numRuns: 2000 });
  });
});

describe("other values in a CSV cell", () => {
  test.each([
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    [0, "0"],
    [true, "true"],
    [undefined, ""],
    [null, ""],
    [[], ""],
    [["a", "b"], '"a; b"'],
    [["a", "=1"], `"a; '=1"`],
    [[{ type: "x" }], '"[{""type"":""x""}]"'],
    [{ a: 1 }, '"{""a"":1}"'],
    ["-1.5", "'-1.5"],
  ])("%j is %s", (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
