import { mergeDuplicate } from "../../../../services/configuration/decisions/duplicate.ts";
import { mergeCis } from "../../../../services/configuration/quality/merge-cis.ts";
import { type Workbench, workbench } from "./workbench.ts";

const csv = (...lines: string[]) => lines.join("\n");
const head = "class,key,name,serialNumber,manufacturer,cpuCores,location";

describe("two records of one CI", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
    await bench.source("src.hr", { format: "csv" });
  });
  afterEach(() => bench.stop());

  const found = async () => {
    const [duplicate] = await bench
      .context()
      .duplicates.few({ index: "duplicatesByState", partition: "open" }, 5);
    return duplicate;
  };
  const rows = csv(
    head,
    "server,a,web-1,S1,Dell,,Oslo",
    "server,b,web-one,,,8,Bergen",
    "server,c,db,,,,",
    "server,d,lb,,,,",
  );
  const relations = csv(
    "from,relation,to",
    "a,depends-on,c",
    "b,depends-on,c",
    "d,depends-on,b",
    "a,depends-on,b",
  );
  const merged = async (take: string[] = []) => {
    const { results } = await bench.bring("src.hr", [rows, relations]);
    // The source says of b what identifies a: which of them it means, nobody knows.
    await bench.bring("src.hr", [csv(head, "server,b,web-one,S1,Dell,8,Bergen")]);
    const duplicate = await found();
    const { duplicates } = bench.context();
    const started = await duplicates.update(duplicate?.id ?? "", undefined, (each) =>
      mergeDuplicate(each, { take }),
    );
    const done = await mergeCis(started, Number.POSITIVE_INFINITY, bench.context());
    const [survivorId = "", goneId = ""] = results.map(({ ciId }) => ciId ?? "");
    const { allCis } = bench.context();
    return { done, survivor: await allCis.get(survivorId), gone: await allCis.get(goneId) };
  };

  test("are found by a row that leads to both", async () => {
    const { done } = await merged();
    expect(done).toMatchObject({ state: "merged", likeness: { kind: "identities" } });
  });

  test("become one: what it lacks it takes over, what it has it keeps", async () => {
    const { survivor, gone } = await merged();
    expect(survivor).toMatchObject({
      name: "web-1",
      location: "Oslo",
      attributes: { cpuCores: 8, serialNumber: "S1" },
    });
    expect(gone).toMatchObject({ state: "retired", supersededBy: survivor.id });
    expect(gone.sources).toBeUndefined();
  });

  test("and takes even what it has where somebody says so", async () => {
    const { survivor } = await merged(["location"]);
    expect(survivor.location).toBe("Bergen");
  });

  test("relations of both are its own, each once, and none to itself", async () => {
    const { survivor, gone } = await merged();
    const { relations: all } = bench.context();
    const ends = async (index: string, id: string) =>
      (await all.few({ index, partition: id }, 10)).map((each) => each.id);
    expect(await ends("relationsFrom", gone.id)).toEqual([]);
    expect(await ends("relationsTo", gone.id)).toEqual([]);
    expect(await ends("relationsFrom", survivor.id)).toHaveLength(1);
    expect(await ends("relationsTo", survivor.id)).toHaveLength(1);
  });

  test("a source that goes on to say both twice changes nothing any more", async () => {
    await merged();
    const before = await bench.graph();
    const again = csv(
      head,
      "server,a,web-1,S1,Dell,8,Oslo",
      "server,b,web-one,,,8,Bergen",
      "server,c,db,,,,",
      "server,d,lb,,,,",
    );
    const { imported } = await bench.bring("src.hr", [again, relations]);
    expect(imported.counts?.updated).toBeUndefined();
    expect(imported.counts?.created).toBeUndefined();
    expect((await bench.graph()).cis).toEqual(before.cis);
  });
});
