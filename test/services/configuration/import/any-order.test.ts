import fc from "fast-check";
import { changeReconciliationRules } from "../../../../services/configuration/import/endpoints/reconciliation-rules.ts";
import { type Workbench, workbench } from "./workbench.ts";

type Said = { readonly sourceId: string; readonly content: string };
const say = (sourceId: string, content: object): Said => ({ sourceId, content: JSON.stringify(content) });
const thing = (key: string, more: object, className = "server") => ({ key, class: className, ...more });
const tie = (from: string, to: string, more: object = {}) => ({ from, to, type: "depends-on", ...more });
const made = (serialNumber: string) => ({ serialNumber, manufacturer: "Acme" });

/** Two sources that know some of the same machines, each in several imports, relations apart from their things. */
const imports: readonly Said[] = [
  say("src.one", {
    cis: [
      thing("a", { name: "web", cpuCores: 4, location: "Oslo", ...made("S1") }),
      thing("b", { name: "db", cpuCores: 8, ...made("S2") }),
    ],
  }),
  say("src.one", {
    relations: [tie("a", "b"), tie("b", "c", { weight: 2 }), tie("c", "x", { group: "members" })],
  }),
  say("src.one", {
    cis: [
      thing("c", { name: "store", redundancy: ["members: 1"], ...made("S3") }),
      thing("x", { name: "disk", criticality: "medium" }),
    ],
    relations: [tie("x", "a")],
  }),
  say("src.two", {
    cis: [
      thing(
        "17",
        { name: "web.local", criticality: "high", environment: "production", ...made("S1") },
        "linux_server",
      ),
      thing("18", { location: "Rome", memoryGb: 64, ...made("S3") }),
    ],
  }),
  say("src.two", { relations: [tie("17", "18"), tie("18", "19")] }),
  say("src.two", { cis: [thing("19", { name: "power" }, "pdu")] }),
];

describe("what is imported in parts", () => {
  const benches: Workbench[] = [];
  const fresh = async (): Promise<Workbench> => {
    const bench = await workbench();
    benches.push(bench);
    for (const id of ["src.one", "src.two"]) await bench.source(id, { format: "json" });
    return bench;
  };
  afterEach(() => {
    for (const bench of benches.splice(0)) bench.stop();
  });
  const takeIn = async (said: readonly Said[]) => {
    const bench = await fresh();
    const body = { precedence: [{ sources: ["src.two", "src.one"] }] };
    await changeReconciliationRules.handle({ body } as never, bench.context() as never);
    for (const { sourceId, content } of said) await bench.bring(sourceId, [content]);
    return bench.graph();
  };

  test("gives the same graph in whatever order and how often the parts come, relations before things included", async () => {
    const expected = await takeIn(imports);
    expect([expected.cis.length, expected.edges.length]).toEqual([5, 6]);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...imports, ...imports.slice(0, 1)], { minLength: imports.length + 1 }),
        async (said) => expect(await takeIn(said)).toEqual(expected),
      ),
      { numRuns: 3, examples: [[imports.toReversed()]] },
    );
  });

  test("a relation before its things is said to wait, and is made by the import that brings the last of them", async () => {
    const bench = await fresh();
    const first = await bench.bring("src.one", [JSON.stringify({ relations: [tie("a", "b")] })]);
    expect(first.results[0]).toMatchObject({ outcome: "waiting", waitsFor: "a" });
    expect(first.imported.counts).toEqual({ waiting: 1 });
    const one = await bench.bring("src.one", [JSON.stringify({ cis: [thing("a", {})] })]);
    expect(one.imported.counts).toEqual({ created: 1 });
    const rest = [JSON.stringify({ cis: [thing("b", {})] })];
    const tried = await bench.bring("src.one", rest, "check");
    const other = await bench.bring("src.one", rest);
    expect(tried.imported.checked).toEqual({ created: 2 });
    expect(other.imported.counts).toEqual({ created: 2 });
    expect(other.results.at(-1)).toMatchObject({ kind: "relation", waited: { importId: first.imported.id } });
    expect((await bench.graph()).edges).toHaveLength(1);
    expect((await bench.bring("src.one", rest)).imported.counts).toEqual({ unchanged: 1 });
  });

  test("taken back, the one that made a relation leaves it waiting, and the one that told of it leaves nothing", async () => {
    const bench = await fresh();
    const told = await bench.bring("src.one", [JSON.stringify({ relations: [tie("a", "b")] })]);
    const things = [JSON.stringify({ cis: [thing("a", {}), thing("b", {})] })];
    const brought = await bench.bring("src.one", things);
    expect((await bench.undo(brought.imported.id)).imported.undone).toEqual({ retired: 3 });
    const again = await bench.bring("src.one", things);
    expect((await bench.graph()).edges).toHaveLength(1);
    await bench.undo(again.imported.id);
    await bench.undo(told.imported.id);
    await bench.bring("src.one", things);
    expect((await bench.graph()).edges).toEqual([]);
  });

  test("what a source that tells all relations names no more is not waited for", async () => {
    const bench = await fresh();
    await bench.source("src.all", { format: "json", relationsAre: "complete" });
    const bring = (content: object) => bench.bring("src.all", [JSON.stringify(content)]);
    await bring({ cis: [thing("a", {})], relations: [tie("a", "b")] });
    await bring({ cis: [thing("a", {})] });
    await bring({ cis: [thing("b", {})] });
    expect((await bench.graph()).edges).toEqual([]);
  });
});
