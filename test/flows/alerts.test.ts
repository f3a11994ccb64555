import { type Bed, startBed } from "../bed/start-bed.ts";
import { alertsOf } from "./support/alerts.ts";

describe("alerts and their incidents", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const { at, report, incidentsOf, alert, pass } = alertsOf(() => bed);

  test("an alert opens one incident however often it is reported; recovery resolves it", async () => {
    const id = await report("firing", { summary: "503 from web-1", ciIds: ["web-1"], serviceId: "shop" });
    for (let i = 0; i < 11; i++) await report("firing", { summary: "503 from web-1" });
    await bed.drain();
    const [incident, ...others] = await incidentsOf(id);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({
      state: "new",
      title: "503 from web-1",
      channel: "monitoring",
      impact: 2,
      urgency: 2,
      serviceId: "shop",
      ciIds: ["web-1"],
      alert: { id, episode: 1, occurrences: 10 },
    });
    expect(await alert(id)).toMatchObject({ state: "firing", occurrences: 12, incidentId: incident.id });
    const history = (await bed.as("ann").get(`/alerts/${id}/history`)).body.items;
    const types = history.map(({ type }: { type: string }) => type).sort();
    expect(types).toEqual(["AlertLinked", "AlertRaised", "AlertRepeated"]);
    await report("recovered");
    await bed.drain();
    expect((await incidentsOf(id))[0]).toMatchObject({ state: "resolved" });
    const { body } = await bed.as("ann").get(`/incidents/${incident.id}`);
    expect(body.resolution.code).toBe("recovered");
  });

  test("firing again within the window reopens the same incident, after it a new one is opened", async () => {
    const id = await report("firing");
    await bed.drain();
    expect(await incidentsOf(id)).toMatchObject([{ state: "in_progress", reopenCount: 1 }]);
    await report("recovered");
    await bed.drain();
    expect(await incidentsOf(id)).toMatchObject([{ state: "resolved" }]);
    await pass(61);
    await report("firing");
    await bed.drain();
    const incidents = await incidentsOf(id);
    expect(incidents.map(({ state }: { state: string }) => state).sort()).toEqual(["new", "resolved"]);
    const found = await bed.as("ann").get("/alerts", { query: { incidentId: incidents[0].id } });
    expect(found.body.items).toMatchObject([{ id, episode: 2 }]);
  });

  test("older news never overrides newer", async () => {
    const [early, middle, late] = [at(), at(), at()];
    const key = { resource: "order-1" };
    const id = await report("recovered", { ...key, occurredAt: late });
    await report("firing", { ...key, occurredAt: middle });
    await bed.drain();
    expect((await alert(id)).state).toBe("recovered");
    await report("firing", key);
    await report("recovered", { ...key, occurredAt: early });
    await bed.drain();
    expect((await alert(id)).state).toBe("firing");
    const counted = at();
    const recovery = { resource: "order-2", occurredAt: at() };
    const repeat = { resource: "order-2", occurredAt: at() };
    const other = await report("firing", { resource: "order-2", occurredAt: counted });
    await report("firing", repeat);
    await report("recovered", recovery);
    expect((await alert(other)).state).toBe("firing");
    const well = await report("recovered", { resource: "order-3" });
    const between = at();
    await report("recovered", { resource: "order-3" });
    await report("firing", { resource: "order-3", occurredAt: between });
    expect(await alert(well)).toMatchObject({ state: "recovered", episode: 0 });
  });

  test("an incident that a person works on is left to that person, who is told", async () => {
    const id = await report("firing", { resource: "db-1" });
    await bed.drain();
    const [incident] = await incidentsOf(id);
    await bed.as("ann").post(`/incidents/${incident.id}/take`, {});
    await report("recovered", { resource: "db-1" });
    await report("firing", { resource: "db-1" });
    await bed.drain();
    const { body } = await bed.as("ann").get(`/incidents/${incident.id}`);
    expect(body).toMatchObject({ state: "in_progress", assigneeId: "ann" });
    const history = (await bed.as("ann").get(`/incidents/${incident.id}/history`)).body.items;
    const notes = history.filter(({ type }: { type: string }) => type === "IncidentNoted");
    expect(notes.map(({ data }: { data: { text: string } }) => data.text).join()).toContain("fails again");
  });

  test("what flaps keeps its incident open, and nobody hears of each change until it is calm", async () => {
    const key = { resource: "flappy" };
    const id = await report("firing", key);
    await bed.drain();
    for (let i = 0; i < 5; i++) {
      await report("recovered", key);
      await report("firing", key);
    }
    await report("recovered", key);
    await bed.drain();
    expect(await alert(id)).toMatchObject({ state: "firing", observed: "recovered" });
    const flapping = await bed.as("ann").get("/alerts", { query: { flapping: "true" } });
    expect(flapping.body.items.map((each: { id: string }) => each.id)).toEqual([id]);
    const [incident] = await incidentsOf(id);
    expect(["new", "in_progress"]).toContain(incident.state);
    expect(incident.reopenCount).toBeLessThan(4);
    await pass(17);
    expect(await alert(id)).toMatchObject({ state: "recovered" });
    expect((await incidentsOf(id))[0].state).toBe("resolved");
  });

  test("a maintenance window mutes; what outlasts it, or its cancellation, opens the incident", async () => {
    const window = async () => {
      const from = new Date(bed.clock.now() - 60_000).toISOString();
      const to = new Date(bed.clock.now() + 30 * 60_000).toISOString();
      const body = { from, to, ciIds: ["muted-ci"], reason: "New disks" };
      const { body: made } = await bed.as("chad").post("/maintenance-windows", body);
      // A container looks at windows anew every five seconds.
      bed.clock.moveTo(bed.clock.now() + 6000);
      return made.id as string;
    };
    const key = { resource: "muted", ciIds: ["muted-ci"] };
    await window();
    const id = await report("firing", key);
    await bed.drain();
    expect(await incidentsOf(id)).toEqual([]);
    const muted = await bed.as("ann").get("/alerts", { query: { muted: "true" } });
    expect(muted.body.items.map((each: { id: string }) => each.id)).toEqual([id]);
    await pass(32);
    expect(await incidentsOf(id)).toMatchObject([{ state: "new" }]);
    const second = await window();
    const other = await report("firing", { ...key, resource: "muted-2" });
    await bed.drain();
    expect(await incidentsOf(other)).toEqual([]);
    await bed.as("chad").post(`/maintenance-windows/${second}/cancel`, { reason: "Disks are missing" });
    await bed.drain();
    expect(await incidentsOf(other)).toMatchObject([{ state: "new" }]);
  });

  test("nobody but who may reports, and a tool may do nothing else with monitoring", async () => {
    for (const who of ["eve", "ann", "ada"] as const)
      expect((await bed.as(who).post("/alerts", {})).status).toBe(403);
    for (const path of [
      "/alerts",
      "/alert-storms",
      "/maintenance-windows",
      "/monitoring-settings",
      "/unreadable-reports",
    ]) {
      expect((await bed.as("robot").get(path)).status).toBe(403);
      expect((await bed.as("eve").get(path)).status).toBe(403);
      expect((await bed.as("ann").get(path)).status).toBe(200);
    }
    expect((await bed.as("robot").post("/maintenance-windows", {})).status).toBe(403);
  });
});
