import type { Bed } from "../bed/start-bed.ts";
import { startItopCmdb } from "./itop-cmdb.ts";

describe("how CIs are doing", () => {
  let bed: Bed;
  let numberOf: (id: string) => string;
  const as = (who: "cora" | "ann" | "eve" | "nora") => bed.as(who);
  const page = async (id: string) => (await as("ann").get(`/cis/${numberOf(id)}/page`)).body;
  const levels = async (ids: readonly string[]) =>
    (await as("ann").post("/ci-health-levels", { ciIds: ids.map(numberOf) })).body.levels;
  const health = async (id: string) => (await as("ann").get(`/cis/${numberOf(id)}/health`)).body;

  beforeAll(async () => {
    ({ bed, numberOf } = await startItopCmdb());
  });
  afterAll(() => bed.stop());

  test("a change that names a CI has the impact, and stands on the CI's page", async () => {
    const id = numberOf("DBServer:18");
    const inHours = (hours: number) => new Date(bed.clock.now() + hours * 3_600_000).toISOString();
    const planned = { plannedStart: inHours(1), plannedEnd: inHours(2) };
    const fields = { title: "Patch the database", type: "normal", ciIds: [id], ...planned };
    const { status, body: change } = await as("ann").post("/changes", fields);
    expect([status, change.violations]).toEqual([201, undefined]);
    await bed.drain();
    const { body: assessed } = await as("ann").get(`/impact-assessments/${change.id}`);
    expect(assessed).toMatchObject({
      subject: { kind: "change", id: change.id },
      result: { impactedCount: 2 },
    });
    const impacted = async () => (await as("ann").get(`/changes/${change.id}`)).body.impacted;
    expect(await impacted()).toMatchObject({
      impactedCount: 2,
      countsByClass: { database: 1, application: 1 },
      paths: [],
    });
    const service = { name: "Selling", classId: "business_service", ownerId: "olga" };
    const { body: selling } = await as("cora").post("/cis", service);
    const relation = { fromId: selling.id, toId: numberOf("ApplicationSolution:27"), typeId: "depends-on" };
    const { body: related } = await as("cora").post("/ci-relations", relation);
    expect((await as("ann").post(`/changes/${change.id}/assess-impact`)).status).toBe(200);
    await bed.drain();
    const anew = await impacted();
    expect(anew).toMatchObject({ impactedCount: 3, services: [{ name: "Selling", ownerId: "olga" }] });
    expect(anew.paths[0].map(({ ciId }: { ciId: string }) => ciId)).toEqual([
      id,
      numberOf("DatabaseSchema:21"),
      numberOf("ApplicationSolution:27"),
      selling.id,
    ]);
    await as("cora").post(`/ci-relations/${related.id}/end`);
    const shown = await page("DBServer:18");
    expect(shown.changes).toMatchObject([{ id: change.id, title: "Patch the database", state: "new" }]);
    expect(shown.health).toMatchObject({ level: "ok", openChanges: 1, changesUnderWay: [] });
    await as("ann").post(`/changes/${change.id}/cancel`, { reason: "Not needed" });
    await bed.drain();
    expect(await page("DBServer:18")).toMatchObject({ changes: [], health: { openChanges: 0 } });
  });

  test("a change that is being done is felt by what cannot do without its CI, and not where redundancy holds", async () => {
    const inHours = (hours: number) => new Date(bed.clock.now() + hours * 3_600_000).toISOString();
    const { body: change } = await as("ann").post("/changes", {
      title: "New firmware",
      type: "emergency",
      justification: "It loses power supplies.",
      ciIds: [numberOf("Server:2")],
      plans: { backout: "The old one" },
      plannedStart: inHours(-0.5),
      plannedEnd: inHours(4),
    });
    for (const [who, verb] of [
      ["ann", "submit"],
      ["chad", "approve"],
      ["ann", "start"],
    ] as const) {
      const { status, body } = await bed.as(who).post(`/changes/${change.id}/${verb}`, {});
      expect([verb, status, body.violations]).toEqual([verb, 200, undefined]);
    }
    await bed.drain();
    expect(await health("Server:2")).toMatchObject({
      level: "changing",
      openChanges: 1,
      changesUnderWay: [change.id],
    });
    const above = await health("Hypervisor:9");
    expect(above).toMatchObject({
      level: "changing",
      openChanges: 0,
      changing: [{ ciId: numberOf("Server:2"), changesUnderWay: [change.id] }],
    });
    expect(above.changePath.map(({ name }: { name: string }) => name)).toEqual(["Server1", "ESX1"]);
    expect(await health("Farm:7")).toMatchObject({ level: "ok", changing: [{ ciId: numberOf("Server:2") }] });
    await as("ann").post(`/changes/${change.id}/complete`, { outcome: "successful" });
    await bed.drain();
    expect(await health("Hypervisor:9")).toMatchObject({ level: "ok", changing: [] });
  });

  test("health follows open incidents to what needs their CIs, as far as redundancy does not hold", async () => {
    expect((await health("Farm:7")).level).toBe("ok");
    const open = (id: string) =>
      as("ann").post("/incidents", { title: "Down", impact: 1, urgency: 1, ciIds: [numberOf(id)] });
    const { body: first } = await open("Server:2");
    await bed.drain();
    expect(await health("Server:2")).toMatchObject({ level: "critical", worstPriority: 1 });
    expect((await health("Hypervisor:9")).level).toBe("impaired");
    expect((await health("Farm:7")).level).toBe("at_risk");
    await open("Server:4");
    await bed.drain();
    const asked = ["Server:2", "Hypervisor:9", "Farm:7", "WebServer:22", "DBServer:18"];
    const each = await Promise.all(asked.map(health));
    expect(await levels([...asked, "Server:2"])).toEqual(
      asked.map((id, at) => ({ ciId: numberOf(id), level: each[at].level })),
    );
    const fallen = await health("WebServer:22");
    expect(fallen.level).toBe("impaired");
    expect(fallen.path.at(-1).name).toBe("Apache");
    await as("ann").post(`/incidents/${first.id}/cancel`, { reason: "Nothing was wrong" });
    await bed.drain();
    expect((await health("WebServer:22")).level).toBe("at_risk");
  });

  test("its page shows a CI in one answer", async () => {
    const body = await page("Server:4");
    expect(body).toMatchObject({
      ci: { name: "Server3", actions: [] },
      health: { level: "critical" },
      to: [{ name: "used by", other: { name: "ESX2" } }],
      from: [],
      openIncidents: [{ title: "Down", priority: 1 }],
      history: [{ type: "CiRegistered" }],
    });
    expect(body.attributes.map(({ name }: { name: string }) => name)).toContain("serialNumber");
  });

  test("its page names the problems that are open about it, that of its root cause with them", async () => {
    const [ciId, other] = [numberOf("Server:4"), numberOf("DBServer:18")];
    const { body: problem } = await bed.as("pia").post("/problems", { title: "Fans stop", ciIds: [ciId] });
    await bed.drain();
    const problemsOf = async (id: string) =>
      (await as("ann").get(`/cis/${id}/page`)).body.openProblems.map((each: { id: string }) => each.id);
    expect((await page("Server:4")).openProblems).toMatchObject([
      { id: problem.id, title: "Fans stop", state: "new", hasWorkaround: false },
    ]);
    expect(await problemsOf(other)).toEqual([]);
    await bed.as("pia").post(`/problems/${problem.id}/cancel`, { reason: "The fans were never plugged in" });
    await bed.drain();
    expect(await problemsOf(ciId)).toEqual([]);
  });

  test("its page names what is published about it, to those who may read it", async () => {
    const ciIds = [numberOf("DBServer:18")];
    const publish = async (more: object): Promise<string> => {
      const draft = { title: "Restore a database", body: "## Steps\n\n1. Stop it.", audience: "everyone" };
      const { body } = await as("ann").post("/articles", { ...draft, ciIds, ...more });
      await as("ann").post(`/articles/${body.id}/submit`, {});
      expect((await bed.as("kim").post(`/articles/${body.id}/publish`, {})).status).toBe(200);
      return body.id;
    };
    const forAll = await publish({});
    const forNetwork = await publish({ title: "Keys", audience: "teams", teamIds: ["network"] });
    await bed.drain();
    const seenBy = async (who: "ann" | "nora") =>
      (await as(who).get(`/cis/${ciIds[0]}/page`)).body.articles.map(({ id }: { id: string }) => id);
    expect(await seenBy("ann")).toEqual([forAll]);
    expect((await seenBy("nora")).toSorted()).toEqual([forAll, forNetwork].toSorted());
    await as("ann").post(`/articles/${forAll}/retire`, {});
    await bed.drain();
    expect(await seenBy("ann")).toEqual([]);
  });
});
