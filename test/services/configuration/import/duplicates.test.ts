import type { Duplicate } from "../../../../services/configuration/ci-duplicate.ts";
import { editCi } from "../../../../services/configuration/decisions/ci.ts";
import { mergeDuplicate, proposeDuplicate } from "../../../../services/configuration/decisions/duplicate.ts";
import { pageOf } from "../../../../services/configuration/page.ts";
import { mergeCis } from "../../../../services/configuration/quality/merge-cis.ts";
import { serviceActor } from "../../../../shared/access/actor.ts";
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

  const threeTwins = async () => {
    const lines = [1, 2, 3].map((n) => `server,k${n},web,,,${n},`);
    const { results } = await bench.bring("src.hr", [csv(head, ...lines)]);
    const ids = results.map(({ ciId }) => ciId ?? "");
    const { duplicates } = bench.context();
    const pair = (one: string, other: string) =>
      duplicates.create((id) => proposeDuplicate(id, [one, other], { kind: "reported", detail: "one" }));
    return { ids, pair };
  };
  const merge = async (duplicateId: string, survivorId?: string, take: string[] = []) => {
    const { duplicates } = bench.context();
    const started = await duplicates.update(duplicateId, undefined, (each) =>
      mergeDuplicate(each, { survivorId, take }),
    );
    return mergeCis(started, Number.POSITIVE_INFINITY, bench.context());
  };

  test.each([
    ["first to last", 0, 1],
    ["last to first", 1, 0],
  ])("three records of one thing become one in two merges, %s", async (_order, first, second) => {
    const { ids, pair } = await threeTwins();
    const [a = "", b = "", c = ""] = ids;
    const pairs = [await pair(a, b), await pair(b, c)];
    for (const at of [first, second]) await merge(pairs[at]?.id ?? "");
    const { allCis } = bench.context();
    const all = await Promise.all(ids.map((id) => allCis.get(id)));
    expect(all.filter(({ state }) => state !== "retired").map(({ id }) => id)).toEqual([a]);
    expect(all[0]?.sources?.map(({ key }) => key).toSorted()).toEqual(["k1", "k2", "k3"]);
  });

  test("redundancy of both is there afterwards, each group as the one that stays has it", async () => {
    const { ids, pair } = await threeTwins();
    const { allCis, model } = bench.context();
    const chain = await model.chainOf("server");
    const needs = (group: string, atLeast: number) => ({ group, needed: { atLeast } });
    const given = [[needs("disks", 1)], [needs("disks", 2), needs("power", 2)], [needs("power", 3)]];
    for (const [at, redundancy] of given.entries())
      await allCis.update(ids[at] ?? "", undefined, (ci) => editCi(ci, { redundancy }, chain));
    const [a = "", b = "", c = ""] = ids;
    await merge((await pair(a, b)).id);
    expect((await allCis.get(a)).redundancy).toEqual([needs("disks", 1), needs("power", 2)]);
    await merge((await pair(a, c)).id, a, ["redundancy"]);
    expect((await allCis.get(a)).redundancy).toEqual([needs("disks", 1), needs("power", 3)]);
  });

  test("what is open on records that went stands on the page of the one that stays, and in its health", async () => {
    const { ids, pair } = await threeTwins();
    const [a = "", b = "", c = ""] = ids;
    const told = {
      state: "in_progress",
      title: "Down",
      restricted: false,
      openedAt: "2026-02-01T00:00:00.000Z",
    };
    const keep = (id: string, ciIds: string[], priority: number) =>
      bench.context().incidents.keep({ subject: id, sequence: 1 }, { ...told, id, ciIds, priority } as never);
    await keep("INC0000001", [a, b], 3);
    await keep("INC0000002", [c], 1);
    const change = { id: "CHG0000001", state: "implement", title: "New disk", type: "normal", ciIds: [c] };
    const planned = { ...change, plannedStart: "2026-02-02T00:00:00.000Z", openedAt: told.openedAt };
    await bench.context().changes.keep({ subject: change.id, sequence: 1 }, planned as never);
    await merge((await pair(b, c)).id, b);
    await merge((await pair(a, b)).id, a);
    const page = await pageOf(a, serviceActor("configuration"), bench.context());
    expect(page.openIncidents.map(({ id }) => id).toSorted()).toEqual(["INC0000001", "INC0000002"]);
    expect(page.changes.map(({ id }) => id)).toEqual(["CHG0000001"]);
    expect(page.health).toMatchObject({
      level: "critical",
      openIncidents: 2,
      worstPriority: 1,
      openChanges: 1,
    });
  });

  test("what are one already by other merges stay so, whichever is said to stay", async () => {
    const { ids, pair } = await threeTwins();
    const [a = "", b = "", c = ""] = ids;
    await merge((await pair(a, b)).id);
    await merge((await pair(b, c)).id);
    expect(await merge((await pair(a, c)).id, c)).toMatchObject({ state: "merged" });
    expect((await bench.context().allCis.get(a)).state).not.toBe("retired");
  });

  test("one that is there does not go into one that is retired", () => {
    const pair = { id: "DUP1", state: "open", ciIds: ["CI0000001", "CI0000002"] } as Duplicate;
    const gone = ["CI0000001"];
    expect(mergeDuplicate(pair, { gone, take: [] })[0]?.changes).toMatchObject({ survivorId: "CI0000002" });
    expect(() => mergeDuplicate(pair, { gone, survivorId: "CI0000001", take: [] })).toThrow("is retired");
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
