import { type Bed, startBed } from "../bed/start-bed.ts";

const member = (personId: string, absent = false) => ({ personId, absent });
const network = {
  id: "network",
  name: "Network",
  members: [member("nora"), member("abe"), member("ann", true)],
};
const rules = [
  { name: "Power", where: { category: ["power"] }, teamId: "desk" },
  { name: "VPN", where: { words: ["VPN"] }, teamId: "network", assign: "least_loaded" },
];

describe("assignment rules", () => {
  let bed: Bed;
  const path = "/incident-assignment-rules";
  const put = async (body: unknown) => {
    const { headers } = await bed.as("ada").get(path);
    return bed.as("ada").put(path, body, { headers: { "if-match": headers.get("etag") ?? "" } });
  };
  const open = async (fields: object, who: "eve" | "ann" = "eve") =>
    (await bed.as(who).post("/incidents", { title: "VPN is down", ...fields })).body;

  beforeAll(async () => {
    bed = await startBed();
    await bed.as("ada").post("/teams", { id: "desk", name: "Desk", members: [member("ann")] });
    await bed.as("ada").post("/teams", network);
    await bed.drain();
  });
  afterAll(() => bed.stop());

  test("without rules an incident waits for whoever takes it", async () => {
    expect(await open({})).not.toHaveProperty("teamId");
  });

  test("that name an unknown team are refused by name of the field", async () => {
    const { status, body } = await put({ rules: [{ name: "X", teamId: "nowhere" }] });
    expect({ status, violations: body.violations }).toEqual({
      status: 400,
      violations: [{ path: "body.rules.0.teamId", message: "No such active team" }],
    });
  });

  test("are tried before they are in force, and say which matched and why the others did not", async () => {
    const asked = { incident: { title: "Is the VPN down?" }, rules };
    const { status, body } = await bed.as("ann").post(`${path}/test`, asked);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        rule: "VPN",
        teamId: "network",
        assigneeId: "abe",
        passed: [{ rule: "Power", because: "category" }],
        loads: [
          { personId: "nora", open: 0 },
          { personId: "abe", open: 0 },
        ],
      },
    });
    expect(await open({})).not.toHaveProperty("teamId");
  });

  test("give new incidents to the team and the present member with the least to do, and the history says by which", async () => {
    expect(await put({ rules })).toMatchObject({ status: 200, body: { version: 1 } });
    bed.clock.moveTo(bed.clock.now() + 6000);
    const given = [await open({}), await open({}), await open({})];
    expect(given.map(({ teamId, assigneeId }) => [teamId, assigneeId])).toEqual([
      ["network", "abe"],
      ["network", "nora"],
      ["network", "abe"],
    ]);
    const [first] = (await bed.as("ann").get(`/incidents/${given[0].id}/history`)).body.items;
    expect(first).toMatchObject({
      type: "IncidentOpened",
      data: { routing: { rule: "VPN", version: 1 } },
      changes: { teamId: { to: "network" }, assigneeId: { to: "abe" } },
    });
    const [seen] = (await bed.as("eve").get(`/incidents/${given[0].id}/history`)).body.items;
    expect(seen.data).not.toHaveProperty("routing");
  });

  test("leave alone what whoever opens it gives to a team or a person", async () => {
    expect(await open({ teamId: "desk" }, "ann")).toMatchObject({ teamId: "desk" });
    expect(await open({ assigneeId: "ann" }, "ann")).not.toHaveProperty("teamId");
  });

  test("decide anew on request, as one reassignment", async () => {
    const { id } = await open({ title: "Dark", teamId: "desk" }, "ann");
    const route = () => bed.as("ann").post(`/incidents/${id}/route`);
    expect((await route()).body).toMatchObject({ teamId: "desk", version: 1 });
    await bed.as("ann").patch(`/incidents/${id}`, { title: "VPN after all" }, { ifMatch: 1 });
    const { body } = await route();
    expect(body).toMatchObject({ teamId: "network", reassignmentCount: 1 });
    expect(["abe", "nora"]).toContain(body.assigneeId);
    expect((await bed.as("eve").post(`/incidents/${id}/route`)).status).toBe(403);
  });

  test("are not the only ones who know the teams: nobody gives an incident to a team that works no more or to a stranger", async () => {
    const { id } = await open({ title: "Dark", teamId: "network" }, "ann");
    const ann = bed.as("ann");
    const tried = async (path: string, body: object) => {
      const answer = await ann.post(path, body);
      return [answer.status, ...(answer.body.violations ?? []).map((each: { path: string }) => each.path)];
    };
    expect(await tried(`/incidents/${id}/assign`, { teamId: "desk", assigneeId: "nora" })).toEqual([
      400,
      "body.assigneeId",
    ]);
    expect(await tried(`/incidents/${id}/assign`, { assigneeId: "emil" })).toEqual([400, "body.assigneeId"]);
    expect(await tried(`/incidents/${id}/assign`, { assigneeId: "abe" })).toEqual([200]);
    expect(await tried(`/incidents/${id}/assign`, { assigneeId: "ann" })).toEqual([200]);
    const fields = { title: "Dark", teamId: "desk" };
    const template = { name: "Dark", fields };
    const { body: made } = await bed.as("ada").post("/incident-templates", template);
    await bed.as("ada").post("/teams/desk/deactivate");
    await bed.drain();
    expect(await tried(`/incidents/${id}/assign`, { teamId: "desk" })).toEqual([400, "body.teamId"]);
    expect(await tried(`/incidents/${id}/start`, { also: { teamId: "desk" } })).toEqual([
      400,
      "body.also.teamId",
    ]);
    expect(await tried("/incidents", { title: "Dark", teamId: "desk" })).toEqual([400, "body.teamId"]);
    const change = { command: "assign", input: { teamId: "desk" } };
    const { body } = await ann.post("/incidents/bulk", { incidentIds: [id], change });
    expect(body.results).toMatchObject([{ ok: false, code: "invalid_input" }]);
    const opened = await ann.post("/incidents", { title: "Dark again", templateId: made.id });
    expect([opened.status, opened.body.teamId]).toEqual([201, undefined]);
    await bed.as("ada").post("/teams/desk/activate");
    await bed.drain();
  });

  test("pass over a team that works no more", async () => {
    await bed.as("ada").post("/teams/network/deactivate");
    await bed.drain();
    const { body } = await bed.as("ann").post(`${path}/test`, { incident: { title: "VPN" } });
    expect(body.passed).toEqual([
      { rule: "Power", because: "category" },
      { rule: "VPN", because: "team" },
    ]);
    expect(await open({})).not.toHaveProperty("teamId");
  });
});
