import { endUnnamed } from "../../../../services/configuration/import/end-relations.ts";
import { survey } from "../../../../services/configuration/import/rows-of.ts";
import { noMapping } from "../../../../services/configuration/import-mapping.ts";
import { type Workbench, workbench } from "./workbench.ts";

const csv = (...lines: string[]) => lines.join("\n");
const things = (...keys: string[]) => csv("class,key,name", ...keys.map((key) => `server,${key},${key}`));
const ties = (...pairs: string[]) =>
  csv("from,relation,to", ...pairs.map((pair) => pair.replace(">", ",depends-on,")));

describe("relations that a source names no more", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
    await bench.source("src.whole", { format: "csv", relationsAre: "complete" });
    await bench.source("src.part", { format: "csv" });
  });
  afterEach(() => bench.stop());

  const bring = (...chunks: string[]) => bench.bring("src.whole", chunks);
  /** Who depends on whom, by their names. */
  const edges = async (): Promise<readonly string[]> =>
    (await bench.graph()).edges.map((edge) =>
      [...edge.matchAll(/"server","(\w+)"/g)].map(([, name]) => name).join(">"),
    );

  test("end, each with a result of its own, and go on when they are named again", async () => {
    await bring(things("a", "b", "c"), ties("a>b", "a>c"));
    const { imported, results } = await bring(things("a", "b", "c"), ties("a>b"));
    expect(imported.counts).toEqual({ unchanged: 4, ended: 1 });
    expect(results.at(-1)).toMatchObject({
      id: "1.1",
      outcome: "ended",
      relationId: "CI0000001.depends-on.CI0000003",
      versionBefore: 1,
      version: 2,
    });
    expect(await edges()).toEqual(["a>b"]);
    const again = await bring(things("a", "b", "c"), ties("a>b", "a>c"));
    expect(again.imported.counts).toEqual({ unchanged: 4, reinstated: 1 });
    expect(await edges()).toEqual(["a>b", "a>c"]);
  });

  test("stay where the source only adds, where it does not tell of the CI, and where somebody else brought them", async () => {
    await bench.bring("src.part", [things("a", "b", "c"), ties("a>b", "b>c")]);
    await bring(things("x", "y", "z"), ties("x>y", "y>z"));
    await bench.bring("src.part", [things("a", "b", "c"), ties("b>c")]);
    const { imported } = await bring(things("x"));
    expect(imported.counts).toEqual({ unchanged: 1, ended: 1 });
    expect(await edges()).toEqual(["a>b", "b>c", "y>z"]);
  });

  test("of a table of relations are those from the CIs that it names first", async () => {
    await bring(things("a", "b", "c"), ties("a>b", "a>c", "b>c"));
    const { imported } = await bring(ties("a>b"));
    expect(imported.counts).toEqual({ unchanged: 1, ended: 1 });
    expect(await edges()).toEqual(["a>b", "b>c"]);
  });

  test("are foretold by a dry run, which writes nothing", async () => {
    await bring(things("a", "b"), ties("a>b"));
    const { imported, results } = await bench.bring("src.whole", [things("a", "b")], "check");
    expect(imported.checked).toEqual({ unchanged: 2, ended: 1 });
    expect(results.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged", "ended"]);
    expect(await edges()).toEqual(["a>b"]);
  });

  test("are as before when the import is taken back, unless somebody related them since", async () => {
    await bring(things("a", "b", "c"), ties("a>b", "a>c"));
    const { imported } = await bring(things("a", "b", "c"));
    expect(imported.counts).toEqual({ unchanged: 3, ended: 2 });
    await bench.bring("src.part", [things("d")]);
    await bring(things("c"), ties("a>c"));
    const { imported: undone } = await bench.undo(imported.id);
    expect(undone.undone).toEqual({ reinstated: 1, unchanged: 1 });
    expect(await edges()).toEqual(["a>b", "a>c"]);
  });

  test("of a hub end in parts, all of them", async () => {
    const leaves = Array.from({ length: 520 }, (_, n) => `n${n}`);
    const [first, second] = [leaves.slice(0, 260), leaves.slice(260)];
    const hub = leaves.map((leaf) => `hub>${leaf}`);
    await bring(
      things("hub", ...first),
      things(...second),
      ties(...hub.slice(0, 300)),
      ties(...hub.slice(300)),
    );
    const { imported, results } = await bring(things("hub"));
    expect(imported.counts).toEqual({ unchanged: 1, ended: 520 });
    expect(new Set(results.map(({ relationId }) => relationId)).size).toBe(521);
    expect(await edges()).toEqual([]);
    const { imported: undone } = await bench.undo(imported.id);
    expect(undone.undone).toEqual({ reinstated: 520 });
  });

  test("are reported, and can be taken back, when the run ended between the writing and the report", async () => {
    await bring(things("a", "b"), ties("a>b"));
    const { imported } = await bench.bring("src.part", [things("a")]);
    const context = bench.context();
    const run = {
      ...(await survey(imported, { mapping: noMapping, relationsAre: "complete" }, context)),
      ...{ importId: imported.id, sourceId: "src.whole", isDry: false },
    } as unknown as Parameters<typeof endUnnamed>[2];
    const cutOff = {
      ...context,
      bulkRelations: {
        ...context.bulkRelations,
        write: async (parts: Parameters<typeof context.bulkRelations.write>[0]) => {
          await context.bulkRelations.write(parts);
          throw new Error("Out of time");
        },
      },
    };
    const at = { name: "2#00001#00000#00000", part: 0 };
    await expect(endUnnamed(["1.1"], at, run, cutOff)).rejects.toThrow("Out of time");
    expect(await edges()).toEqual([]);
    expect(await endUnnamed(["1.1"], at, run, context)).toMatchObject([{ outcome: "ended", version: 2 }]);
  });
});
