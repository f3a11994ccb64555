import { type Bed, startBed } from "../bed/start-bed.ts";

const day = 24 * 3_600_000;

describe("the figures of a desk, from its events", () => {
  let bed: Bed;
  const ids: string[] = [];
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const report = async (name: string, query: Record<string, string> = {}, who: "pia" | "ann" = "pia") =>
    (await bed.as(who).get(`/reports/${name}`, { query })).body.items;
  const behind = async (query: Record<string, string>, name = "incidents"): Promise<string[]> =>
    (await report(`${name}/records`, query)).map(({ recordId }: { recordId: string }) => recordId);
  const open = async (more: object = {}): Promise<string> => {
    const { body } = await bed.as("ann").post("/incidents", { title: "Slow", callerId: "eve", ...more });
    ids.push(body.id);
    return body.id;
  };

  it("count what is open by priority and age, and open the list behind each number", async () => {
    await open({ impact: 1, urgency: 1, category: "network" });
    await open({ impact: 1, urgency: 1, teamId: "desk" });
    await open();
    await bed.drain();
    const rows = (await report("incidents/open-work")).filter(
      ({ open: number }: { open: number }) => number > 0,
    );
    expect(rows).toMatchObject([
      { level: "1", age: "0", open: 2 },
      { level: "5", age: "0", open: 1 },
    ]);
    const [{ openedFrom, openedTo }] = rows;
    expect(await behind({ priority: "1", from: openedFrom, to: openedTo })).toEqual(ids.slice(0, 2));
    expect(await behind({ team: "desk" })).toEqual([ids[1]]);
    const countOf = async (assignee: string): Promise<number> =>
      (await report("incidents/open-work", { assignee })).reduce(
        (sum: number, row: { open: number }) => sum + row.open,
        0,
      );
    expect([await countOf("ann"), await countOf("-")]).toEqual([0, 3]);
  });

  it("hold arrivals against resolutions, day by day, and keep the backlog of each", async () => {
    bed.clock.moveTo(bed.clock.now() + 2 * day);
    const [first = ""] = ids;
    await bed.as("ann").post(`/incidents/${first}/resolve`, { code: "solved_permanently", text: "Done" });
    await bed.drain();
    const rows = await report("incidents", { per: "day" });
    const [before, , today] = rows.slice(-3);
    expect(before).toMatchObject({ opened: 3, resolved: 0, backlog: 3 });
    expect(today).toMatchObject({ opened: 0, resolved: 1, backlog: 2 });
    expect(Math.abs(today.timeToRestore.mean / (2 * 24 * 60) - 1)).toBeLessThan(0.01);
    expect(await behind({ figure: "resolved" })).toEqual([first]);
  });

  it("follow an incident that is reopened, becomes somebody else's, and is cancelled", async () => {
    const [first = "", second = ""] = ids;
    await bed.as("ann").post(`/incidents/${first}/reopen`, { reason: "Slow again" });
    await bed.as("ann").post(`/incidents/${second}/assign`, { teamId: "network" });
    await bed.as("ann").post(`/incidents/${second}/cancel`, { reason: "It was the weather" });
    await bed.drain();
    const [total] = await report("incidents");
    expect(total).toMatchObject({ opened: 3, resolved: 0, dropped: 1, backlog: 2, timeToRestore: {} });
    expect(await report("incidents", { groupBy: "team", team: "network" })).toMatchObject([
      { group: "network", opened: 1, dropped: 1, backlog: 0 },
    ]);
    expect(await behind({ figure: "dropped" })).toEqual([second]);
  });

  it("count each promise of an agreement, kept or broken", async () => {
    const terms = {
      name: "Within a day",
      kind: "incident",
      metrics: [
        { metric: "resolve", target: { amount: 1, unit: "hours" }, stops: { state: ["resolved", "closed"] } },
      ],
    };
    const { id: agreement } = (await bed.as("ada").post("/agreements", terms)).body;
    await bed.drain();
    // Everybody works with the new agreement within seconds.
    bed.clock.moveTo(bed.clock.now() + 10_000);
    const kept = await open({ category: "promised" });
    const late = await open({ category: "promised" });
    await bed.as("ann").post(`/incidents/${kept}/resolve`, { code: "solved", text: "Done" });
    bed.clock.moveTo(bed.clock.now() + 2 * 3_600_000);
    await bed.as("ann").post(`/incidents/${late}/resolve`, { code: "solved", text: "Done" });
    await bed.drain();
    const found = await behind({ figure: "kept", agreement }, "service-levels");
    expect(found).toContain(kept);
    expect(await behind({ figure: "broken", agreement }, "service-levels")).toContain(late);
    const [{ kept: k, broken, attainment }] = await report("service-levels", { agreement });
    expect(attainment).toBeCloseTo(k / (k + broken), 4);
  });

  it("come as a table, and as 304 while nothing has changed", async () => {
    const table = await bed.as("pia").get("/reports/incidents?per=day", { headers: { accept: "text/csv" } });
    expect(table.headers.get("content-type")).toContain("text/csv");
    expect(String(table.body).split("\r\n")[0]).toContain("timeToRestore.median");
    const first = await bed.as("pia").get("/reports/incidents");
    const headers = { "if-none-match": first.headers.get("etag") ?? "" };
    expect((await bed.as("pia").get("/reports/incidents", { headers })).status).toBe(304);
    await open();
    await bed.drain();
    expect((await bed.as("pia").get("/reports/incidents", { headers })).status).toBe(200);
  });

  it("are for those who work in IT, and count nothing that is restricted", async () => {
    expect((await bed.as("eve").get("/reports/incidents")).status).toBe(403);
    const before = await report("incidents");
    await open({ restricted: true, teamId: "network" });
    await bed.drain();
    expect(await report("incidents")).toEqual(before);
  });
});
