import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readCollection } from "./collection.ts";

describe("a collection of questions and documents", () => {
  const directory = mkdtempSync(path.join(tmpdir(), "collection-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  const read = (qrels: string) => {
    const write = (name: string, lines: readonly string[]) =>
      writeFileSync(path.join(directory, name), lines.join("\n"));
    write("corpus.jsonl", [
      JSON.stringify({ _id: 1, title: null, text: "Open the tray" }),
      JSON.stringify({ _id: "b", title: "Mail", text: "Queue" }),
    ]);
    write("queries.jsonl", [
      JSON.stringify({ _id: 7, text: "tray" }),
      JSON.stringify({ _id: "q", text: "mail" }),
    ]);
    write("qrels.tsv", [qrels]);
    const { documents, questions } = readCollection(directory);
    return [documents.map(({ id }) => id), questions.map(({ judged }) => [...judged])];
  };
  const whole = [
    ["1", "b"],
    [[["1", 1]], [["b", 2]]],
  ];

  it.each([
    ["with names of columns", "query-id\tcorpus-id\tscore\n7\t1\t1\nq\tb\t2\n"],
    ["without them, with the line ends of Windows", "7\t1\t1\r\nq\tb\t2\r\n"],
    ["in the layout of TREC", "7\t0\t1\t1\nq\t0\tb\t2\n"],
  ])("is read %s, and with numbers for ids", (_, qrels) => expect(read(qrels)).toEqual(whole));
});
