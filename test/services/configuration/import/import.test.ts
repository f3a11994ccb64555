import { editCi } from "../../../../services/configuration/decisions/ci.ts";
import { historyEntryOf, recordOf } from "../../../../shared/dynamo/items.ts";
import { fold } from "../../../../shared/dynamo/record.ts";
import { type Workbench, workbench } from "./workbench.ts";

const csv = (...lines: string[]) => lines.join("\n");

describe("importing", () => {
  let bench: Workbench;
  beforeEach(async () => {
    bench = await workbench();
    await bench.source("src.hr", { format: "csv" });
    await bench.source("src.scan", { format: "csv" });
  });
  afterEach(() => bench.stop());

  const server = (...lines: string[]) =>
    csv("class,key,name,serialNumber,manufacturer,cpuCores,location", ...lines);
  const only = async (sourceId: string, content: string) => {
    const { results, imported } = await bench.bring(sourceId, [content]);
    return { ...results[0], counts: imported.counts, importId: imported.id };
  };
  const ciOf = (id: string | undefined) => bench.context().allCis.get(id ?? "");

  test("two sources that name the same serial number speak of one CI", async () => {
    const one = await only("src.hr", server("server,a,web-1,S1,Dell,,Oslo"));
    const other = await only("src.scan", server("server,17,web-1.local,S1,DELL,8,"));
    expect([one.outcome, other.outcome, other.ciId]).toEqual(["created", "updated", one.ciId]);
    const { sources, attributes } = await ciOf(one.ciId);
    expect(sources).toEqual([
      { sourceId: "src.hr", key: "a" },
      { sourceId: "src.scan", key: "17" },
    ]);
    expect(attributes.cpuCores).toBe(8);
  });

  test("what people wrote stays theirs, and the row says so", async () => {
    const { ciId = "" } = await only("src.hr", server("server,a,web-1,S1,Dell,4,Oslo"));
    const { allCis, model } = bench.context();
    const chain = await model.chainOf("server");
    await allCis.update(ciId, undefined, (ci) => editCi(ci, { location: "Bergen" }, chain));
    const again = await only("src.hr", server("server,a,web-1,S1,Dell,8,Oslo"));
    expect(again).toMatchObject({
      outcome: "updated",
      changes: [{ attribute: "cpuCores", from: 4, to: 8 }],
      kept: [{ attribute: "location", is: "Bergen", said: "Oslo", origin: "manual" }],
    });
  });

  test("what nobody has said yet is anybody's to say, and no word of people", async () => {
    const { ciId } = await only("src.hr", csv("class,key", "server,a"));
    await only("src.hr", csv("class,key,name,criticality", "server,a,web-1,high"));
    expect(await ciOf(ciId)).toMatchObject({ name: "web-1", criticality: "high" });
  });

  test("a row that leads to two CIs changes neither", async () => {
    const one = await only("src.hr", server("server,a,web-1,S1,Dell,,"));
    const two = await only("src.hr", server("server,b,web-2,S2,Dell,,"));
    const row = await only("src.hr", server("server,a,web-1,S2,Dell,,"));
    expect(row).toMatchObject({ outcome: "conflict", ciIds: [one.ciId, two.ciId] });
    expect((await ciOf(one.ciId)).attributes.serialNumber).toBe("S1");
  });

  test("values are read as the class asks for, and a row that cannot be is refused by itself", async () => {
    const { results, imported } = await bench.bring("src.hr", [
      server(
        "server,a,web-1,S1,Dell,many,",
        "server,b,web-2,S2,Dell,4,",
        "cathedral,c,x,,,,",
        "server,,,,,,",
      ),
    ]);
    expect(imported.counts).toEqual({ invalid: 3, created: 1 });
    expect(results[0]?.faults).toEqual([{ attribute: "cpuCores", message: "Not a number" }]);
    expect(results.map(({ id }) => id)).toEqual(["1.1", "1.2", "1.3", "1.4"]);
  });

  test("a thing without a key is known again by its class and name", async () => {
    const row = csv("class,name,cpuCores", "server,web-1,4");
    const first = await only("src.hr", row);
    expect(await only("src.hr", row)).toMatchObject({ outcome: "unchanged", ciId: first.ciId });
  });

  test("of two rows about the same thing the later one is only reported, also in another chunk", async () => {
    const { imported, results } = await bench.bring("src.hr", [
      server("server,a,web-1,,,4,"),
      server("server,a,web-1,,,8,"),
    ]);
    expect(imported.counts).toEqual({ created: 1, repeated: 1 });
    expect((await ciOf(results[0]?.ciId)).attributes.cpuCores).toBe(4);
  });

  test("a more special class is taken over, a strange one is a conflict", async () => {
    const { ciId } = await only("src.hr", server("server,a,web-1,,,,"));
    expect(await only("src.hr", server("linux_server,a,web-1,,,,"))).toMatchObject({
      outcome: "updated",
      ciId,
    });
    expect((await ciOf(ciId)).classId).toBe("linux_server");
    expect((await only("src.hr", server("server,a,web-1,,,,"))).outcome).toBe("unchanged");
    expect((await only("src.hr", csv("class,key,name", "database,a,web-1"))).outcome).toBe("conflict");
  });

  test("what is stored equals the fold of its history, of CIs and of relations that are grouped anew", async () => {
    const tie = (group: string) => csv("from,relation,to,weight,group", `a,depends-on,b,2,${group}`);
    for (const [cores, group] of [
      [4, "one"],
      [8, "two"],
      [16, "three"],
    ] as const)
      await bench.bring("src.hr", [server(`server,a,web-1,,,${cores},`, "server,b,web-2,,,,"), tie(group)]);
    const { allCis, relations } = bench.context();
    const ids = ["CI0000001", "CI0000001.depends-on.CI0000002"];
    for (const id of ids) {
      const items = await bench.table.itemsOf(id);
      const stored = items.find(({ sk }) => sk === "RECORD") ?? {};
      const { items: history } = await (id.includes(".") ? relations : allCis).history(id, { limit: 50 });
      expect(history.length).toBe(3);
      const entries = items.filter(({ sk }) => sk.startsWith("EVENT#")).map(historyEntryOf);
      expect(recordOf(stored)).toEqual(fold(entries));
    }
  });

  describe("taken back", () => {
    const rows = server("server,a,web-1,S1,Dell,4,Oslo", "server,b,web-2,S2,Dell,4,Oslo");
    const relations = csv("from,relation,to", "a,depends-on,b");

    test("leaves nothing of what was new, and the same import can come again", async () => {
      const { imported } = await bench.bring("src.hr", [rows, relations]);
      expect(imported.counts).toEqual({ created: 3 });
      const { imported: undone } = await bench.undo(imported.id);
      expect(undone).toMatchObject({ state: "undone", undone: { retired: 3 } });
      expect((await bench.graph()).edges).toEqual([]);
      const { imported: again } = await bench.bring("src.hr", [rows, relations]);
      expect(again.counts).toEqual({ created: 3 });
      expect((await bench.graph()).edges).toHaveLength(1);
    });

    test("leaves what somebody changed since, and says so", async () => {
      await bench.bring("src.hr", [rows]);
      const changed = server("server,a,web-1,S1,Dell,8,Bergen", "server,b,web-2,S2,Dell,8,Oslo");
      const { imported, results } = await bench.bring("src.hr", [changed]);
      const [first = "", second = ""] = results.map(({ ciId }) => ciId ?? "");
      const { allCis, model } = bench.context();
      const chain = await model.chainOf("server");
      await allCis.update(first, undefined, (ci) => editCi(ci, { location: "Rome" }, chain));
      const { results: undone } = await bench.undo(imported.id);
      expect(undone.map(({ outcome, reason }) => [outcome, reason])).toEqual([
        ["conflict", "Changed since, and left: location"],
        ["updated", undefined],
      ]);
      expect(await ciOf(first)).toMatchObject({ location: "Rome", attributes: { cpuCores: 4 } });
      expect(await ciOf(second)).toMatchObject({ location: "Oslo", attributes: { cpuCores: 4 } });
    });
  });
});
