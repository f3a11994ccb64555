import { type Bed, startBed } from "../bed/start-bed.ts";

const day = 24 * 3_600_000;

describe("an incident's way through the desk", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const open = async (who: Parameters<Bed["as"]>[0], report: object): Promise<string> =>
    (await bed.as(who).post("/incidents", { title: "It is broken", ...report })).body.id;
  const state = async (id: string): Promise<string> =>
    (await bed.as("ann").get(`/incidents/${id}`)).body.state;

  it("goes from the report to closing, and its history tells it in order", async () => {
    const ann = bed.as("ann");
    const id = await open("eve", { urgency: 2 });
    await ann.post(`/incidents/${id}/take`);
    await ann.post(`/incidents/${id}/hold`, { reason: "awaiting_caller" });
    await bed.as("eve").post(`/incidents/${id}/comments`, { text: "Model X" });
    expect(await state(id)).toBe("in_progress");
    await ann.post(`/incidents/${id}/notes`, { text: "Spare part is in room 3" });
    await ann.post(`/incidents/${id}/resolve`, { code: "solved_permanently", text: "New fuse" });
    bed.clock.moveTo(bed.clock.now() + 5 * day + 3_600_000);
    await bed.drain();
    expect(await state(id)).toBe("closed");
    const history = await ann.get(`/incidents/${id}/history`);
    expect(history.body.items.map(({ type }: { type: string }) => type)).toEqual([
      "IncidentOpened",
      "IncidentAssigned",
      "IncidentStarted",
      "IncidentHeld",
      "IncidentCommented",
      "IncidentStarted",
      "IncidentNoted",
      "IncidentResolved",
      "IncidentClosed",
    ]);
    const sequences = history.body.items.map(({ meta }: { meta: { sequence: number } }) => meta.sequence);
    expect(sequences).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(JSON.stringify((await bed.as("eve").get(`/incidents/${id}/history`)).body)).not.toContain(
      "room 3",
    );
  });

  it("waits with closing while there is activity", async () => {
    const id = await open("eve", {});
    await bed.as("ann").post(`/incidents/${id}/resolve`, { code: "advice", text: "Restart it" });
    bed.clock.moveTo(bed.clock.now() + 4 * day);
    await bed.as("eve").post(`/incidents/${id}/comments`, { text: "I will try on Monday" });
    bed.clock.moveTo(bed.clock.now() + 2 * day);
    await bed.drain();
    expect(await state(id)).toBe("resolved");
    bed.clock.moveTo(bed.clock.now() + 3 * day + 600_000);
    await bed.drain();
    expect(await state(id)).toBe("closed");
  });

  it("keeps all of four notes posted at once", async () => {
    const id = await open("eve", {});
    const texts = ["one", "two", "three", "four"];
    const answers = await Promise.all(
      texts.map((text, i) => bed.as(i % 2 ? "ann" : "nora").post(`/incidents/${id}/notes`, { text })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { items } = (await bed.as("ann").get(`/incidents/${id}/history`)).body;
    expect(
      items
        .slice(1)
        .map(({ data }: { data: { text: string } }) => data.text)
        .sort(),
    ).toEqual([...texts].sort());
  });

  it("lets exactly one of four edits of the same version win", async () => {
    const id = await open("eve", {});
    const answers = await Promise.all(
      ["a", "b", "c", "d"].map((category) =>
        bed.as("ann").patch(`/incidents/${id}`, { category }, { ifMatch: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });

  it("tells one of four agents who take it yes", async () => {
    const id = await open("eve", {});
    const answers = await Promise.all(
      (["ann", "abe", "nora", "robot"] as const).map((who) => bed.as(who).post(`/incidents/${id}/take`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(answers.map(({ body }) => body.code).filter(Boolean)).toEqual(Array(3).fill("already_assigned"));
  });

  it("stands in the queues only while there is work to do", async () => {
    const id = await open("eve", { ciIds: ["printer-7"], serviceId: "printing" });
    const ann = bed.as("ann");
    const has = async (query: Record<string, string>) => {
      const { items } = (await ann.get("/incidents", { query: { ...query, limit: "100" } })).body;
      return items.some((item: { id: string }) => item.id === id);
    };
    expect(await has({ unassigned: "true" })).toBe(true);
    await ann.post(`/incidents/${id}/assign`, { teamId: "desk", assigneeId: "abe" });
    expect([
      await has({ unassigned: "true" }),
      await has({ teamId: "desk" }),
      await has({ assigneeId: "abe" }),
    ]).toEqual([false, true, true]);
    expect([
      await has({ ciId: "printer-7" }),
      await has({ serviceId: "printing" }),
      await has({ callerId: "eve" }),
    ]).toEqual([true, true, true]);
    await ann.post(`/incidents/${id}/resolve`, { code: "advice", text: "Paper" });
    expect([
      await has({ teamId: "desk" }),
      await has({ breaching: "true" }),
      await has({ priority: "5" }),
    ]).toEqual([false, false, false]);
    expect([await has({ state: "resolved" }), await has({})]).toEqual([true, true]);
  });

  it("passes a parent's state on to its children, but for closing and waiting for a caller", async () => {
    const ann = bed.as("ann");
    const parent = await open("ann", { title: "Mail is down", callerId: "chad" });
    const child = await open("ann", { parentId: parent, callerId: "eve" });
    const waiting = await open("ann", { parentId: parent, callerId: "emil" });
    await ann.post(`/incidents/${waiting}/hold`, { reason: "awaiting_caller" });
    await bed.drain();
    await ann.post(`/incidents/${parent}/start`, {});
    await bed.drain();
    expect([await state(child), await state(waiting)]).toEqual(["in_progress", "on_hold"]);
    await ann.post(`/incidents/${parent}/hold`, { reason: "awaiting_caller" });
    await bed.drain();
    expect(await state(child)).toBe("in_progress");
    await ann.post(`/incidents/${parent}/hold`, { reason: "awaiting_vendor" });
    await ann.post(`/incidents/${parent}/comments`, { text: "The vendor is on it" });
    await bed.drain();
    expect(await state(child)).toBe("on_hold");
    expect(JSON.stringify((await bed.as("eve").get(`/incidents/${child}/history`)).body)).toContain(
      "vendor is on it",
    );
    await ann.post(`/incidents/${parent}/resolve`, { code: "solved_permanently", text: "Failover" });
    await bed.drain();
    const resolved = (await ann.get(`/incidents/${child}`)).body;
    expect(resolved).toMatchObject({ state: "resolved", resolution: { text: "Failover" } });
    await ann.post(`/incidents/${parent}/reopen`, { reason: "Down again" });
    await bed.drain();
    expect([await state(child), await state(waiting)]).toEqual(["in_progress", "in_progress"]);
    await ann.post(`/incidents/${parent}/close`, {
      resolution: { code: "solved_permanently", text: "Fixed" },
    });
    await bed.drain();
    expect(await state(child)).toBe("in_progress");
  });

  it("shows a restricted incident to its team and the people named in it only, through every list", async () => {
    const id = await open("eve", { title: "canary: payroll leak", restricted: true, ciIds: ["payroll"] });
    await bed.as("robot").get(`/incidents/${id}`);
    expect((await bed.as("ann").get(`/incidents/${id}`)).status).toBe(404);
    const queries: Record<string, string>[] = [
      {},
      { unassigned: "true" },
      { ciId: "payroll" },
      { callerId: "eve" },
      { state: "new" },
    ];
    for (const query of queries) {
      const { body } = await bed.as("ann").get("/incidents", { query: { ...query, limit: "100" } });
      expect(JSON.stringify(body)).not.toContain("canary");
    }
    expect(
      JSON.stringify((await bed.as("eve").get("/incidents", { query: { callerId: "eve" } })).body),
    ).toContain("canary");
    expect((await bed.as("emil").get("/incidents", { query: { callerId: "eve" } })).status).toBe(403);
  });

  it("does the same to many with a result for each", async () => {
    const [first, second] = [await open("eve", {}), await open("eve", {})];
    await bed.as("ann").post(`/incidents/${second}/cancel`, { reason: "Twice" });
    const change = { command: "resolve", input: { code: "advice", text: "Done" } };
    const { body } = await bed
      .as("ann")
      .post("/incidents/bulk", { incidentIds: [first, second, "INC9999999"], change });
    expect(body.results).toEqual([
      { id: first, ok: true, version: 2 },
      { id: second, ok: false, code: "illegal_transition", detail: expect.any(String) },
      { id: "INC9999999", ok: false, code: "not_found" },
    ]);
  });

  it("was denied nothing by IAM and left no dead letters", async () => {
    await bed.drain();
    expect(bed.denied()).toEqual([]);
    const dead = bed.stats().queues.filter(({ name, visible }) => name.includes("dead") && visible > 0);
    expect(dead).toEqual([]);
  });
});
