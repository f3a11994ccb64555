import { spawn } from "node:child_process";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { memoryJournal, openJournal } from "../../../infra/local/journal.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "journal-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const fileOf = (name: string) => join(directory, `${name}.ndjson`);

describe.each([
  ["in a directory", () => openJournal(directory)],
  ["in memory", () => memoryJournal()],
])("a journal %s", (_, open) => {
  test("gives back what was appended, oldest first, each name for itself", () => {
    const journal = open();
    journal.append("a", { n: 1 });
    journal.append("b/ä", "other");
    journal.append("a", { n: 2, text: "line\nbreak and \u2028 ü" });
    expect(journal.read("a")).toEqual([{ n: 1 }, { n: 2, text: "line\nbreak and \u2028 ü" }]);
    expect(journal.read("b/ä")).toEqual(["other"]);
    expect(journal.read("never")).toEqual([]);
    journal.close();
  });

  test("a rewrite replaces everything of its name, and appending goes on behind it", () => {
    const journal = open();
    for (let n = 0; n < 5; n++) journal.append("a", n);
    journal.rewrite("a", ["kept"]);
    journal.append("a", "later");
    expect(journal.read("a")).toEqual(["kept", "later"]);
    journal.rewrite("a", []);
    expect(journal.read("a")).toEqual([]);
    journal.close();
  });

  test("what is read cannot change what is stored", () => {
    const journal = open();
    const entry = { list: [1] };
    journal.append("a", entry);
    entry.list.push(2);
    (journal.read("a")[0] as typeof entry).list.push(3);
    expect(journal.read("a")).toEqual([{ list: [1] }]);
    journal.close();
  });
});

describe("a journal on disk", () => {
  test("a reopened journal has everything", () => {
    const first = openJournal(directory);
    first.append("a", 1);
    first.rewrite("b", [1, 2]);
    first.close();
    const second = openJournal(directory);
    expect([second.read("a"), second.read("b")]).toEqual([[1], [1, 2]]);
    second.close();
  });

  test("cut at any byte, the whole lines before the cut are kept and appending starts a clean line", () => {
    const entries = [{ text: "ü".repeat(3) }, ["two"], 3];
    const writer = openJournal(directory);
    for (const entry of entries) writer.append("a", entry);
    writer.close();
    const bytes = readFileSync(fileOf("a"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (cut) => {
        writeFileSync(fileOf("a"), bytes.subarray(0, cut));
        const whole = bytes.subarray(0, cut).toString("latin1").split("\n").length - 1;
        const journal = openJournal(directory);
        journal.append("a", "after");
        expect(journal.read("a")).toEqual([...entries.slice(0, whole), "after"]);
        journal.close();
      }),
    );
  });

  test("a damaged line in the middle is an error that names the file, never silently skipped", () => {
    writeFileSync(fileOf("a"), '{"n":1}\n{"n":\n{"n":3}\n');
    const journal = openJournal(directory);
    expect(() => journal.read("a")).toThrow(/a\.ndjson is damaged at byte 8/);
    journal.close();
  });

  test("what a broken-off rewrite left behind does not count", () => {
    const journal = openJournal(directory);
    journal.append("a", 1);
    appendFileSync(`${fileOf("a")}.new`, '{"half":');
    expect(journal.read("a")).toEqual([1]);
    journal.rewrite("a", [2]);
    expect(journal.read("a")).toEqual([2]);
    expect(readdirSync(directory)).toEqual(["a.ndjson"]);
    journal.close();
  });

  test("appends of an empty tail work after the file was cut to nothing", () => {
    const journal = openJournal(directory);
    journal.append("a", 1);
    journal.close();
    truncateSync(fileOf("a"), 0);
    const again = openJournal(directory);
    expect(again.read("a")).toEqual([]);
    again.append("a", 2);
    expect(again.read("a")).toEqual([2]);
    again.close();
  });

  test("kill -9 loses nothing that was acknowledged", async () => {
    const source = resolve("infra/local/journal.ts");
    const script = `
      import { writeSync } from "node:fs";
      import { openJournal } from ${JSON.stringify(source)};
      const journal = openJournal(${JSON.stringify(directory)});
      for (let n = 0; n < 1e7; n++) { journal.append("a", n); if (n % 50 === 0) writeSync(1, n + "\\n"); }`;
    writeFileSync(join(directory, "writer.mts"), script);
    const child = spawn(
      process.execPath,
      ["--import", resolve("node_modules/tsx/dist/esm/index.mjs"), join(directory, "writer.mts")],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    let acknowledged = "";
    await new Promise<void>((done) => {
      child.stdout.on("data", (chunk) => {
        acknowledged += chunk;
        if (acknowledged.length > 5000) child.kill("SIGKILL");
      });
      child.on("close", () => done());
    });
    const last = Number(acknowledged.trimEnd().split("\n").at(-1));
    const kept = openJournal(directory).read("a");
    expect(last).toBeGreaterThan(0);
    expect(kept.length).toBeGreaterThan(last);
    expect(kept).toEqual(kept.map((_, index) => index));
  }, 30_000);
});
