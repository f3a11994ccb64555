import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compare } from "../../docs/compare.ts";
import { documentsOf } from "../../docs/documents.ts";
import { services } from "../../services/index.ts";

const schema = (fields: object) => JSON.stringify({ type: "object", properties: fields });

describe("generated documents", () => {
  let folder: string;
  const store = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "documents-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("in this repository are what the declarations say (npm run docs), and no published event was broken", () => {
    const { stale, broken } = compare(documentsOf(services), path.resolve("docs/generated"));
    expect({ stale, broken }).toEqual({ stale: [], broken: [] });
  });

  test("are the same text every time", () => {
    expect([...documentsOf(services)]).toEqual([...documentsOf(services)]);
  });

  test("are stale when missing, different or no longer generated", () => {
    store("a.json", "old");
    store("gone.json", "{}");
    const documents = new Map([
      ["a.json", "new"],
      ["b.json", "new"],
    ]);
    expect(compare(documents, folder)).toEqual({ stale: ["a.json", "b.json", "gone.json"], broken: [] });
  });

  test("that promise something may be extended", () => {
    store("events/s/E.v1.json", schema({ a: {} }));
    const documents = new Map([["events/s/E.v1.json", schema({ a: {}, b: {} })]]);
    expect(compare(documents, folder)).toEqual({ stale: ["events/s/E.v1.json"], broken: [] });
  });

  test("that promise something may be neither broken nor withdrawn", () => {
    store("events/s/E.v1.json", schema({ a: {} }));
    store("events/s/F.v1.json", schema({ a: {} }));
    const { broken } = compare(new Map([["events/s/E.v1.json", schema({})]]), folder);
    expect(broken).toEqual([
      "events/s/E.v1.json: detail.a is gone",
      "events/s/F.v1.json: a published event version is no longer declared",
    ]);
  });
});
