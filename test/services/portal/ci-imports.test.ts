import fc from "fast-check";
import { readContent } from "../../../services/configuration/import/read-content.ts";
import { chunksOf, type Format, most } from "../../../services/portal/src/pages/ci-imports/chunks.ts";
import { inOrder, troubleOf } from "../../../services/portal/src/pages/ci-imports/import.ts";
import { wordsOf } from "../../../services/portal/src/pages/ci-imports/row-words.ts";

/** The rows that the API reads in a text. */
const rowsIn = (format: Format, content: string) => {
  const read = readContent(format, content);
  if ("problem" in read) throw new Error(read.problem);
  return read.map(({ row }) => row);
};
const rowsOf = (format: Format, chunks: readonly string[]) => chunks.flatMap((each) => rowsIn(format, each));

describe("an import in parts", () => {
  const text = fc.string({ unit: fc.constantFrom(..."a1,;\"'\n =-é"), maxLength: 12 });

  it("says in parts what the whole table says, whatever is in its cells", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), (cells) => {
        const quote = (each: string) => `"${each.replaceAll('"', '""')}"`;
        const lines = cells.map(([name, note], at) => `server,k${at},${quote(`n${name}`)},${quote(note)}`);
        const table = ["class,key,name,note", ...lines].join("\r\n");
        expect(rowsOf("csv", chunksOf("csv", table))).toEqual(rowsIn("csv", table));
      }),
    );
  });

  it("parts a table of more rows than a part takes, each part with the header", () => {
    const lines = Array.from({ length: 2 * most.rows + 1 }, (_, at) => `server,k${at},name ${at}`);
    const chunks = chunksOf("csv", ["class,key,name", ...lines].join("\n"));
    expect(chunks).toHaveLength(3);
    expect(chunks.every((each) => each.startsWith("class,key,name\n"))).toBe(true);
    expect(rowsOf("csv", chunks)).toHaveLength(lines.length);
  });

  it("keeps every part below what a request takes, also of long texts outside ASCII", () => {
    const items = Array.from({ length: 400 }, (_, at) => ({
      key: `k${at}`,
      class: "server",
      note: "é".repeat(900),
    }));
    const chunks = chunksOf("json", JSON.stringify({ cis: items }));
    expect(chunks.length).toBeGreaterThan(1);
    expect(chunks.every((each) => new TextEncoder().encode(each).length <= most.bytes)).toBe(true);
    expect(rowsOf("json", chunks)).toHaveLength(400);
  });

  it("sends the things of a graph before its relations, and what else the document says with each part", () => {
    const graph = {
      relations: [{ from: "a", type: "uses", to: "b" }],
      at: 1,
      cis: [{ key: "a" }, { key: "b" }],
    };
    const chunks = chunksOf("json", JSON.stringify(graph)).map((each) => JSON.parse(each));
    expect(chunks).toEqual([
      { at: 1, cis: graph.cis },
      { at: 1, relations: graph.relations },
    ]);
  });

  it("refuses what is no table, no JSON or nothing before anything is sent", () => {
    expect(() => chunksOf("csv", 'class,name\nserver,"open')).toThrow("line 2");
    expect(() => chunksOf("json", "{")).toThrow("not JSON");
    expect(() => chunksOf("csv", "class,name\n")).toThrow("no rows");
    expect(() => chunksOf("json", JSON.stringify([{ key: "x".repeat(most.bytes) }]))).toThrow("row 1");
  });
});

describe("what became of rows", () => {
  it("puts what has to be looked at first", () => {
    const counts = { created: 3, unchanged: 9, invalid: 1, conflict: 2 };
    expect(troubleOf(counts)).toBe(3);
    expect(inOrder(counts).map(([outcome]) => outcome)).toEqual([
      "invalid",
      "conflict",
      "created",
      "unchanged",
    ]);
  });

  it("says what is wrong before what changes, and that there is more than is shown", () => {
    const row = {
      id: "1.1",
      kind: "ci",
      outcome: "updated",
      reason: "Looks like two",
      faults: [{ attribute: "cores", message: "Not a number" }],
      changes: [{ attribute: "location", to: "Oslo" }],
      kept: [{ attribute: "name", is: "db-1", said: "db1", origin: "manual" }],
      ignored: ["colour"],
      more: 2,
    } as const;
    expect(wordsOf(row)).toEqual([
      "Looks like two",
      "cores: Not a number",
      "location: nothing → Oslo",
      "name stays db-1 (not db1): somebody has the last word",
      "Its class knows nothing of: colour",
      "2 more are not shown",
    ]);
  });
});
