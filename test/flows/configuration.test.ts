import type { Bed } from "../bed/start-bed.ts";
import { graph, reach, startItopCmdb } from "./itop-cmdb.ts";

describe("the CMDB with iTop's sample", () => {
  let bed: Bed;
  let numberOf: (id: string) => string;
  const as = (who: "cora" | "ann" | "eve" | "nora") => bed.as(who);
  const impactOf = async (...ids: string[]) =>
    (await as("ann").post("/ci-impact", { ciIds: ids.map(numberOf) })).body;
  const reached = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id).toSorted();
  const ci = async (id: string) => (await as("cora").get(`/cis/${numberOf(id)}`)).body;
  const later = () => bed.clock.moveTo(bed.clock.now() + 60_000);
  const now = () => new Date(bed.clock.now()).toISOString();

  beforeAll(async () => {
    ({ bed, numberOf } = await startItopCmdb());
  });
  afterAll(() => bed.stop());

  test("every CI has the impact that iTop's relations give it", async () => {
    for (const { id } of graph.nodes)
      expect({ id, reached: reached(await impactOf(id)) }).toEqual({
        id,
        reached: reach(id).map(numberOf).toSorted(),
      });
    expect(graph.nodes.some(({ id }) => reach(id).length > 5)).toBe(true);
  });

  test("a farm holds while one of its hypervisors is up", async () => {
    expect(reached(await impactOf("Server:2"))).toEqual([numberOf("Hypervisor:9")]);
    const both = await impactOf("Server:2", "Server:4");
    expect(both.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["Cluster1", "VM1", "Apache", "CRM"]),
    );
    const crm = both.items.find(({ name }: { name: string }) => name === "CRM");
    expect(crm.path[0].ciId).toBe(numberOf(crm.path[1].name === "ESX1" ? "Server:2" : "Server:4"));
    expect(crm.path.find(({ name }: { name: string }) => name === "Cluster1").group).toBe("hypervisors");
    expect(both.criticality).toBe("high");
  });

  test("what they need is the same the other way around", async () => {
    const { body } = await as("ann").post("/ci-impact", {
      ciIds: [numberOf("ApplicationSolution:29")],
      direction: "upstream",
    });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["Apache", "itop-demo", "MySQL", "VM1", "Cluster1", "ESX2", "Server3"]),
    );
  });

  test("an incident that names a CI has the impact, and it is looked at anew when somebody asks", async () => {
    const { body: opened } = await as("eve").post("/incidents", { title: "Shop is slow" });
    const path = `/incidents/${opened.id}`;
    const { body: seen } = await as("ann").get(path);
    await as("ann").patch(path, { ciIds: [numberOf("DBServer:18")] }, { ifMatch: seen.version });
    await bed.drain();
    const { body: assessed } = await as("ann").get(path);
    expect(assessed.impactAssessment).toMatchObject({
      ciIds: [numberOf("DBServer:18")],
      impactedCount: 2,
      countsByClass: { database: 1, application: 1 },
      criticality: "high",
    });
    expect((await as("eve").get(path)).body.impactAssessment).toBeUndefined();

    const relation = `/ci-relations/${numberOf("ApplicationSolution:27")}.depends-on.${numberOf("DatabaseSchema:21")}`;
    await as("cora").post(`${relation}/end`);
    await as("ann").post(`${path}/assess-impact`);
    await bed.drain();
    expect((await as("ann").get(path)).body.impactAssessment.impactedCount).toBe(1);

    later();
    await as("cora").post(`${relation}/relate`, {});
    const marking = { ciId: numberOf("DatabaseSchema:21"), isImpacted: false, reason: "Replicated" };
    const { body: marked } = await as("ann").post(`/impact-assessments/${opened.id}/mark`, marking);
    expect(marked.result).toMatchObject({ impactedCount: 0, notImpactedCiIds: [marking.ciId] });
    await bed.drain();
    expect((await as("ann").get(path)).body.impactAssessment.impactedCount).toBe(0);
    await as("ann").post(`/impact-assessments/${opened.id}/mark`, { ...marking, isImpacted: true });
    await bed.drain();
    expect((await as("ann").get(path)).body.impactAssessment.impactedCount).toBe(2);
  });

  test("the impact of a restricted incident is for its team", async () => {
    const fields = { title: "Theft", restricted: true, teamId: "network", ciIds: [numberOf("Server:2")] };
    const { body } = await as("nora").post("/incidents", fields);
    await bed.drain();
    expect((await as("nora").get(`/impact-assessments/${body.id}`)).status).toBe(200);
    expect((await as("ann").get(`/impact-assessments/${body.id}`)).status).toBe(404);
  });

  test("and so is that of one that is restricted later, and not that of one that is so no more", async () => {
    const fields = { title: "Theft", teamId: "network", ciIds: [numberOf("Server:2")] };
    const { body } = await as("nora").post("/incidents", fields);
    await bed.drain();
    const statusFor = async (who: "ann" | "nora") =>
      (await as(who).get(`/impact-assessments/${body.id}`)).status;
    expect(await statusFor("ann")).toBe(200);
    for (const [restricted, others] of [
      [true, 404],
      [false, 200],
    ] as const) {
      const { version } = (await as("nora").get(`/incidents/${body.id}`)).body;
      const edited = await as("nora").patch(`/incidents/${body.id}`, { restricted }, { ifMatch: version });
      expect(edited.status).toBe(200);
      await bed.drain();
      expect([await statusFor("nora"), await statusFor("ann")]).toEqual([200, others]);
    }
  });

  test("the past is what it was: CI, relations and impact", async () => {
    const [before, id] = [now(), numberOf("VirtualMachine:12")];
    later();
    const { version } = await ci("VirtualMachine:12");
    await as("cora").patch(
      `/cis/${id}`,
      { name: "VM1-new", attributes: { cpuCores: 4 } },
      { ifMatch: version },
    );
    const relation = `${numberOf("WebServer:22")}.depends-on.${id}`;
    await as("cora").post(`/ci-relations/${relation}/end`);
    expect(reached(await impactOf("VirtualMachine:12"))).toEqual([]);

    const { body: then } = await as("ann").get(`/cis/${id}/as-of`, { query: { at: before } });
    expect(then.ci).toMatchObject({ name: "VM1", attributes: {} });
    expect(then.relations.map((each: { id: string }) => each.id)).toContain(relation);
    const { body: impact } = await as("ann").post("/ci-impact", { ciIds: [id], at: before });
    expect(reached(impact)).toEqual(reach("VirtualMachine:12").map(numberOf).toSorted());
    const { body: today } = await as("ann").get(`/cis/${id}/as-of`);
    expect(today.ci.attributes).toEqual({ cpuCores: 4 });
    expect(today.relations.map((each: { id: string }) => each.id)).not.toContain(relation);
    const query = { at: "2020-01-01T00:00:00Z" };
    expect((await as("ann").get(`/cis/${id}/as-of`, { query })).status).toBe(404);
  });

  test("drift against a baseline tells what is new, gone and different, on every level", async () => {
    const erp = numberOf("ApplicationSolution:28");
    const { body: baseline } = await as("cora").post("/ci-baselines", { name: "Go-live", ciIds: [erp] });
    const drift = async () => (await as("ann").get(`/ci-baselines/${baseline.id}/drift`)).body;
    expect((await drift()).counts).toMatchObject({ added: 0, removed: 0, changed: 0, relationsAdded: 0 });
    later();
    const { body: cache } = await as("cora").post("/cis", { name: "Cache", classId: "middleware" });
    await as("cora").post("/ci-relations", { fromId: erp, toId: cache.id, typeId: "depends-on" });
    const { version } = await ci("WebServer:22");
    const path = `/cis/${numberOf("WebServer:22")}`;
    await as("cora").patch(path, { attributes: { version: "2.4" } }, { ifMatch: version });
    const found = await drift();
    expect(found.added).toEqual([{ id: cache.id, name: "Cache", classId: "middleware" }]);
    expect(found.changed).toEqual([
      {
        id: numberOf("WebServer:22"),
        name: "Apache",
        classId: "web_server",
        changes: { "attributes.version": { to: "2.4" } },
      },
    ]);
    expect(found.relationsAdded).toEqual([`${erp}.depends-on.${cache.id}`]);
    expect(found.truncated).toBeUndefined();
  });

  test("a CI that others depend on is retired with a warning, and its number stays", async () => {
    const id = numberOf("DBServer:16");
    const { body } = await as("cora").post(`/cis/${id}/retire`);
    expect(body.state).toBe("retired");
    const { body: history } = await as("ann").get(`/cis/${id}/history`);
    const warning = history.items.find(({ type }: { type: string }) => type === "CiRetiredWhileUsed");
    expect(warning.data).toMatchObject({ dependents: 1, dependentIds: [numberOf("DatabaseSchema:19")] });
  });

  test("what is restricted passes impact on, and is named to those who may see it only", async () => {
    const register = async (fields: object) => (await as("cora").post("/cis", fields)).body.id;
    const disk = await register({ name: "Disk 7", classId: "logical_volume" });
    const vault = await register({
      name: "Vault",
      classId: "application",
      restricted: true,
      teamId: "network",
    });
    const treasury = await register({ name: "Treasury", classId: "business_service", criticality: "high" });
    for (const [fromId, toId] of [
      [vault, disk],
      [treasury, vault],
    ])
      await as("cora").post("/ci-relations", { fromId, toId, typeId: "depends-on" });
    const asked = async (who: "ann" | "nora") => (await as(who).post("/ci-impact", { ciIds: [disk] })).body;
    const told = await asked("ann");
    expect(told).toMatchObject({ impactedCount: 2, hiddenCount: 1, services: [{ name: "Treasury" }] });
    expect(told.paths[0].map(({ name }: { name: string }) => name)).toEqual(["Disk 7", "hidden", "Treasury"]);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`Vault|${vault}`));
    expect((await asked("nora")).items.map(({ id }: { id: string }) => id)).toEqual([treasury, vault]);

    const begun = (await as("ann").post("/ci-impact", { ciIds: [vault] })).body;
    expect(begun).toMatchObject({ impactedCount: 0, unknownCiIds: [vault] });
    const { body: incident } = await as("nora").post("/incidents", { title: "Slow", ciIds: [disk] });
    await bed.drain();
    const { impactAssessment } = (await as("ann").get(`/incidents/${incident.id}`)).body;
    expect(impactAssessment.impactedCount).toBe(2);
    expect(JSON.stringify(impactAssessment)).not.toContain("Vault");
  });

  test("the graph is asked by class, conditions and relations, and tells nobody what lies behind what they may not see", async () => {
    const names = async (who: "ann" | "nora", query: object) => {
      const { status, body } = await as(who).post("/ci-query", query);
      return [status, body.truncated, body.items?.map(({ name }: { name: string }) => name).toSorted()];
    };
    const servers = { classId: "hardware", where: [{ field: "ownerId", is: "missing" }] };
    const [status, , unowned] = await names("ann", servers);
    expect([status, unowned.includes("Server1")]).toEqual([200, true]);
    const behind = {
      classId: "business_service",
      where: [{ field: "name", is: "equals", value: "treasury" }],
      steps: [
        { typeIds: ["depends-on"], direction: "forward" },
        { typeIds: ["depends-on"], direction: "forward" },
      ],
      list: "last",
    };
    expect(await names("nora", behind)).toEqual([200, undefined, ["Disk 7"]]);
    expect(await names("ann", behind)).toEqual([200, undefined, []]);
    expect((await as("ann").post("/ci-query", { classId: "no_such_class" })).status).toBe(400);
    expect((await as("eve").post("/ci-query", servers)).status).toBe(403);

    const kept = { name: "Disks that a service needs", ...behind, where: [], isWatched: true };
    expect((await as("ann").post("/ci-queries", kept)).status).toBe(403);
    const { body: query } = await as("cora").post("/ci-queries", kept);
    const run = async (who: "ann" | "nora") =>
      (await as(who).post(`/ci-queries/${query.id}/run`, {})).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect([(await run("ann")).includes("Disk 7"), (await run("nora")).includes("Disk 7")]).toEqual([
      false,
      true,
    ]);
    bed.clock.moveTo(bed.clock.now() + 3_600_000);
    await bed.drain();
    const { items } = (await as("ann").get(`/ci-queries/${query.id}/counts`)).body;
    expect(items).toMatchObject([{ type: "CiQueryCountChanged", data: { isTruncated: false } }]);
    expect(items[0].data.count).toBe((await run("ann")).length);
  });

  test("people who report pick services by name and see nothing else", async () => {
    const fields = { name: "E-mail", classId: "business_service", criticality: "high", ownerId: "cora" };
    const { body: mail } = await as("cora").post("/cis", fields);
    const { body } = await as("eve").get("/cis", { query: { classId: "business_service" } });
    const seen = body.items.find(({ id }: { id: string }) => id === mail.id);
    expect(seen).toMatchObject({ name: "E-mail", state: "live" });
    expect(body.items.some(({ ownerId }: { ownerId?: string }) => ownerId !== undefined)).toBe(false);
    expect((await as("eve").get("/cis")).status).toBe(403);
    expect((await as("eve").get(`/cis/${numberOf("Server:2")}`)).status).toBe(404);
    expect((await as("eve").post("/ci-impact", { ciIds: [mail.id] })).status).toBe(403);
  });

  test("who answers for a CI reads it and finds it among their own, whatever their role", async () => {
    const fields = { name: "Plotter", classId: "printer", ownerId: "eve", restricted: true };
    const { body: own } = await as("cora").post("/cis", fields);
    expect((await as("eve").get(`/cis/${own.id}`)).body).toMatchObject({ name: "Plotter", actions: [] });
    const { body } = await as("eve").get("/cis", { query: { ownerId: "eve" } });
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    expect((await as("eve").get("/cis", { query: { ownerId: "cora" } })).status).toBe(403);
    expect((await as("ann").get(`/cis/${own.id}`)).status).toBe(404);
  });
});
