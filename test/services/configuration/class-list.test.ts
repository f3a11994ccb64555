import { placeInClass } from "../../../services/configuration/class-list.ts";
import { retireCi } from "../../../services/configuration/decisions/ci.ts";
import { listCis } from "../../../services/configuration/endpoints/list-cis.ts";
import { exportCis } from "../../../services/configuration/export/export-cis.ts";
import { sweep, sweepJob } from "../../../services/configuration/quality/sweep.ts";
import type { ConfigurationContext } from "../../../services/configuration/table.ts";
import { type Workbench, workbench } from "./import/workbench.ts";

type Handler = { readonly handle: (call: never, context: ConfigurationContext) => Promise<unknown> };
type Listed = { readonly items: readonly { readonly name: string }[]; readonly nextCursor?: string };

describe("the CIs of a class", () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await workbench();
    await bench.source("src.hr", { format: "csv" });
    await bench.bring("src.hr", [
      [
        "class,key,name",
        "server,s1,beta",
        "server,s2,alpha",
        "linux_server,l1,gamma",
        "windows_server,w1,delta",
        "router,r1,edge",
        "application,a1,shop",
      ].join("\n"),
    ]);
  });
  afterAll(() => bench.stop());

  const ask = async ({ handle }: Handler, query: object): Promise<Listed> => {
    const actor = { id: "cora", permissions: new Set(["*"]), teams: [], roles: [] };
    return (await handle({ query: { limit: 25, ...query }, actor } as never, bench.context())) as Listed;
  };
  const names = async (classId: string) => (await ask(listCis, { classId })).items.map(({ name }) => name);

  test("are listed with those of the classes below it, by class, then by name", async () => {
    expect(await names("server")).toEqual(["alpha", "beta", "gamma", "delta"]);
    expect(await names("linux_server")).toEqual(["gamma"]);
  });

  test("an abstract class lists what is below it, and the root lists all", async () => {
    expect((await names("hardware")).toSorted()).toEqual(["alpha", "beta", "delta", "edge", "gamma"]);
    expect(await names("ci")).toHaveLength(6);
  });

  test("pages of it neither skip nor repeat anything", async () => {
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(listCis, { classId: "server", limit: 1, cursor });
      all.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(all).toEqual(["alpha", "beta", "gamma", "delta"]);
  });

  test("a class that is not there, and one whose name only begins like another's, list nothing", async () => {
    expect(await names("no_such_class")).toEqual([]);
    expect(await names("serv")).toEqual([]);
  });

  test("are exported with those of the classes below it", async () => {
    expect((await ask(exportCis, { classId: "server" })).items).toHaveLength(4);
  });

  test("a sweep counts each of them once, under its very class", async () => {
    await bench.context().jobs.ask(sweepJob);
    await sweep(Number.POSITIVE_INFINITY, bench.context());
    const { total, classes } = await bench.context().healthRecord.get("cmdb.health");
    expect(total.cis).toBe(6);
    expect([classes.server?.cis, classes.linux_server?.cis]).toEqual([2, 1]);
  });

  test("one that is retired is in no list of its class", async () => {
    const { items } = await ask(listCis, { classId: "router" });
    const [{ id } = { id: "" }] = items as unknown as { id: string }[];
    const { allCis } = bench.context();
    await allCis.update(id, undefined, (ci) =>
      retireCi(ci, { count: 0, ids: [] }, "2026-03-01T10:00:00.000Z"),
    );
    expect(await names("router")).toEqual([]);
  });

  test("the longest names in the deepest tree fit the key of an index", () => {
    const path = Array.from({ length: 12 }, () => "c".repeat(40));
    const { order } = placeInClass(path, "\u{1f5a5}".repeat(200), "CI900000000001");
    expect(Buffer.byteLength(order)).toBeLessThanOrEqual(1024);
  });
});
