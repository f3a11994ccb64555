import { type Bed, startBed } from "../bed/start-bed.ts";

const minute = 60_000;

describe("somebody leaves", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const post = async (
    path: string,
    body: object,
    who: "asta" | "ada" | "ann" | "nora" | "cora" | "kim" | "pia" | "chad" = "asta",
  ) => {
    const answer = await bed.as(who).post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const read = async (path: string) => (await bed.as("ada").get(path)).body;
  const pass = async (minutes: number) => {
    bed.clock.moveTo(bed.clock.now() + minutes * minute);
    await bed.drain();
  };
  const counts = ({ answers }: { answers: readonly { holder: string; count: number }[] }) =>
    Object.fromEntries(answers.map(({ holder, count }) => [holder, count]));

  it("everything they have is collected, handed over when they are gone, and the end comes with the last asset", async () => {
    const modelId = (await post("/asset-models", { name: "Laptop", kind: "hardware" })).id;
    const software = (await post("/asset-models", { name: "Mail", kind: "software", metric: "user" })).id;
    const stockroomId = (await post("/stockrooms", { name: "Cellar" })).id;
    const rows = [{ tag: "N1" }, { tag: "N2" }];
    const { results } = await post("/assets/receive", { modelId, stockroomId, rows });
    const [laptop, promised] = results.map(({ id }: { id: string }) => id);
    await post(`/assets/${laptop}/check-out`, { holderId: "nora" });
    const span = { from: "2099-01-01T08:00:00.000Z", to: "2099-01-02T08:00:00.000Z" };
    await post(`/assets/${promised}/reservations`, { personId: "nora", ...span });
    await post("/seats", { modelId: software, unit: { kind: "person", id: "nora" } });
    await post(
      "/teams",
      { id: "net", name: "Network", leadId: "nora", members: [{ personId: "nora" }] },
      "ada",
    );
    const incident = (await post("/incidents", { title: "No network" }, "ann")).id;
    await post(`/incidents/${incident}/assign`, { assigneeId: "nora" }, "ann");
    const other = (await post("/incidents", { title: "Slow" }, "ann")).id;
    await post(`/incidents/${other}/tasks`, { title: "Measure", assigneeId: "nora" }, "ann");
    const own = (name: string, more: object) =>
      post("/cis", { name, classId: "server", ownerId: "nora", ...more }, "cora");
    const [ofTeam, ofNobody] = [(await own("db-1", { teamId: "net" })).id, (await own("db-2", {})).id];
    const text = { title: "Restart the database", body: "1. Stop it.", audience: "agents" };
    const article = (await post("/articles", text, "nora")).id;
    const change = (
      await post("/changes", { title: "New disks", assigneeId: "nora", ciIds: [ofTeam] }, "ann")
    ).id;
    const problem = (await post("/problems", { title: "Network stops" }, "pia")).id;
    await post(`/problems/${problem}/assign`, { assigneeId: "nora" }, "pia");
    await post(`/problems/${problem}/tasks`, { title: "Collect logs", assigneeId: "nora" }, "pia");
    const flag = { reason: "Step 1 is wrong" };
    const task = (await post(`/articles/${article}/flag`, flag, "kim")).id;
    const seats = { name: "Board", chairId: "nora", memberIds: ["nora", "cora"] };
    const board = (await post("/change-boards", seats, "chad")).id;
    const away = { toId: "nora", from: span.from, until: span.to };
    const absence = (await post("/approval-delegations", away, "cora")).id;
    const { id: categoryId } = await post("/catalog-categories", { name: "Hardware" });
    const person = { kind: "person", id: "nora" };
    const catalogItem = {
      ...{ name: "Screen", summary: "A screen", categoryId, ownerId: "nora" },
      approvals: [
        { name: "Desk", approvers: [{ kind: "role", id: "admin" }] },
        { name: "Owner", approvers: [person] },
      ],
    };
    const screen = (await post("/catalog-items", catalogItem)).id;
    await post(`/catalog-items/${screen}/publish`, {});
    const order = { lines: [{ catalogItemId: screen }] };
    const ordered = (await post("/requests", order, "ann")).items[0].id;
    await bed.drain();

    const lastAt = new Date(bed.clock.now() + 60 * minute).toISOString();
    const leaver = { personId: "nora", kind: "leaves", lastAt, handOverTo: "abe" };
    const { id } = await post("/departures", leaver);
    expect((await bed.as("asta").post("/departures", leaver)).status).toBe(409);
    await bed.drain();
    const collected = await read(`/departures/${id}`);
    expect(counts(collected)).toEqual({
      ...{ asset: 3, incident: 2, organization: 1 },
      ...{ change: 3, configuration: 2, knowledge: 2, request: 2, problem: 1 },
    });
    expect(await read(`/assets/${laptop}`)).toMatchObject({
      substate: "pending_return",
      expectedReturnAt: lastAt,
    });
    expect((await read(`/incidents/${incident}`)).assigneeId).toBe("nora");

    await pass(66);
    const gone = await read(`/departures/${id}`);
    const others = { incident: 0, organization: 0, change: 0, configuration: 0, knowledge: 0, request: 0 };
    expect({ state: gone.state, left: counts(gone) }).toEqual({
      state: "open",
      left: { asset: 1, problem: 0, ...others },
    });
    expect(await read(`/problems/${problem}`)).toMatchObject({
      assigneeId: "abe",
      tasks: [{ assigneeId: "abe" }],
    });
    expect((await bed.as("kim").get(`/knowledge-tasks/${task}`)).body.ownerId).toBe("abe");
    expect(await read(`/change-boards/${board}`)).toMatchObject({
      chairId: "abe",
      memberIds: ["cora", "abe"],
    });
    expect(await read(`/approval-delegations/${absence}`)).toMatchObject({ toId: "abe" });
    expect(await read(`/catalog-items/${screen}`)).toMatchObject({
      ...{ state: "published", ownerId: "abe", edition: 2 },
      approvals: [{}, { approvers: [{ kind: "person", id: "abe" }] }],
    });
    // Nobody was asked yet in the second step of what was ordered before.
    const asked = await read(`/request-items/${ordered}`);
    expect(asked.approval.steps[1].seats).toMatchObject([{ personId: "abe" }]);
    expect((await read(`/incidents/${incident}`)).assigneeId).toBe("abe");
    expect((await read(`/incidents/${other}`)).tasks).toMatchObject([{ assigneeId: "abe" }]);
    expect(await read("/teams/net")).toMatchObject({ leadId: "abe", members: [] });
    for (const path of [`/cis/${ofTeam}`, `/cis/${ofNobody}`])
      expect((await bed.as("cora").get(path)).body.ownerId).toBe("abe");
    expect((await bed.as("kim").get(`/articles/${article}`)).body.ownerId).toBe("abe");
    expect((await bed.as("ann").get(`/changes/${change}`)).body.assigneeId).toBe("abe");

    await post(`/assets/${laptop}/check-in`, { stockroomId });
    await post(`/departures/${id}/ask`, {});
    await bed.drain();
    await pass(8);
    const over = await read(`/departures/${id}`);
    expect(over).toMatchObject({ state: "done" });
    expect(new Set(Object.values(counts(over)))).toEqual(new Set([0]));
    expect((await bed.as("nora").get(`/departures/${id}`)).status).toBe(403);
  });

  it("who moves keeps their things and leaves the team with its work", async () => {
    await post("/teams", { id: "mail", name: "Mail", members: [{ personId: "emil" }] }, "ada");
    const open = async (teamId: string) => {
      const { id } = await post("/incidents", { title: "No mail", teamId }, "ann");
      await post(`/incidents/${id}/assign`, { assigneeId: "emil" }, "ann");
      return id;
    };
    const [ofTeam, ofOther] = [await open("mail"), await open("desk")];
    const lastAt = new Date(bed.clock.now()).toISOString();
    const mover = { personId: "emil", kind: "moves", lastAt, leaveTeamIds: ["mail"] };
    const { id } = await post("/departures", mover);
    await bed.drain();
    await pass(8);
    expect((await read(`/departures/${id}`)).state).toBe("done");
    expect((await read(`/incidents/${ofTeam}`)).assigneeId).toBeUndefined();
    expect((await read(`/incidents/${ofOther}`)).assigneeId).toBe("emil");
    expect((await read("/teams/mail")).members).toEqual([]);
  });

  it("what nobody takes over keeps a departure open until somebody is named for it", async () => {
    const ci = (await post("/cis", { name: "fax-1", classId: "server", ownerId: "max" }, "cora")).id;
    const lastAt = new Date(bed.clock.now()).toISOString();
    const { id } = await post("/departures", { personId: "max", kind: "leaves", lastAt });
    await bed.drain();
    const waits = await read(`/departures/${id}`);
    expect(waits.answers.find(({ holder }: { holder: string }) => holder === "configuration")).toMatchObject({
      count: 1,
      holdings: [{ kind: "ci", id: ci }],
    });
    const { version } = (await bed.as("cora").get(`/cis/${ci}`)).body;
    await bed.as("cora").patch(`/cis/${ci}`, { ownerId: "cora" }, { ifMatch: version });
    await post(`/departures/${id}/ask`, {});
    await bed.drain();
    await pass(8);
    expect((await read(`/departures/${id}`)).state).toBe("done");
  });

  it("whoever takes over is found by how their name begins, as every colleague is", async () => {
    for (const [id, name] of [
      ["zoe.1", "Zoë Åkesson"],
      ["zoe.2", "Zoe Berg"],
    ])
      await bed.as("ada").post(`/people/${id}/name`, { name });
    const find = async (name: string) => (await bed.as("eve").get("/people", { query: { name } })).body;
    expect(await find("ake zo")).toEqual({ people: [{ id: "zoe.1", name: "Zoë Åkesson" }], hasMore: false });
    expect((await find("zo")).people.map(({ id }: { id: string }) => id)).toEqual(["zoe.1", "zoe.2"]);
    await bed.as("ada").post("/people/zoe.2/name", { name: "Mia Berg" });
    expect((await find("zoe b")).people).toEqual([{ id: "zoe.2", name: "Mia Berg" }]);
    expect((await find("berg m")).people).toEqual([{ id: "zoe.2", name: "Mia Berg" }]);
    expect((await bed.as("eve").get("/people", { query: { name: "z" } })).status).toBe(400);
  });
});
