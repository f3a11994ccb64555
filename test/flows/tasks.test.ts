import { type Bed, startBed } from "../bed/start-bed.ts";

describe("tasks and special handling", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const listed = async (who: "ann" | "nora", query: Record<string, string>) =>
    (await bed.as(who).get("/incidents", { query })).body.items;

  it("work is shared out, found by who does it, and done before the incident is resolved", async () => {
    const { id } = (await bed.as("eve").post("/incidents", { title: "No network" })).body;
    const ann = bed.as("ann");
    await ann.post(`/incidents/${id}/tasks`, { title: "Swap the cable", assigneeId: "abe" });
    await ann.post(`/incidents/${id}/tasks`, { title: "Measure", assigneeId: "nora", dependsOn: ["1"] });
    const [found] = await listed("ann", { taskAssigneeId: "abe" });
    expect(found).toMatchObject({ id, tasks: [{ id: "1", title: "Swap the cable" }] });
    const solution = { code: "solved", text: "New cable" };
    const refused = await ann.post(`/incidents/${id}/resolve`, solution);
    expect([refused.status, refused.body.detail]).toEqual([422, "Complete or cancel its tasks first: 1, 2"]);
    await bed.as("abe").post(`/incidents/${id}/tasks/complete`, { taskId: "1" });
    await bed.as("nora").post(`/incidents/${id}/tasks/complete`, { taskId: "2" });
    expect(await listed("ann", { taskAssigneeId: "abe" })).toEqual([]);
    expect((await ann.post(`/incidents/${id}/resolve`, solution)).body.state).toBe("resolved");
    const own = await bed.as("eve").get(`/incidents/${id}/history`);
    expect(JSON.stringify(own.body)).not.toContain("Measure");
    expect((await bed.as("eve").post(`/incidents/${id}/tasks`, { title: "x" })).status).toBe(403);
    expect((await bed.as("eve").get("/incidents", { query: { taskAssigneeId: "eve" } })).status).toBe(403);
  });

  it("a restricted incident is not found by its tasks or its caller's handling from outside", async () => {
    const report = { title: "Theft", restricted: true, teamId: "desk", watchers: ["nora"] };
    const { id } = (await bed.as("ann").post("/incidents", report)).body;
    await bed.as("ann").post(`/incidents/${id}/tasks`, { title: "Ask", assigneeId: "nora" });
    expect((await bed.as("nora").get(`/incidents/${id}`)).body).not.toHaveProperty("tasks");
    expect(await listed("nora", { taskAssigneeId: "nora" })).toEqual([]);
    expect(await listed("ann", { taskAssigneeId: "nora" })).toHaveLength(1);
  });

  it("who needs special handling is known from the opening on, to those who work on it", async () => {
    const { body, headers } = await bed.as("ada").get("/incident-settings");
    const { id: _id, version: _version, createdAt: _created, updatedAt: _updated, ...fields } = body;
    const ifMatch = Number(headers.get("etag")?.replaceAll('"', ""));
    const vips = [{ personId: "emil", note: "Ring first" }];
    const changed = await bed.as("ada").put("/incident-settings", { ...fields, vips }, { ifMatch });
    expect(changed.body.vips).toEqual(vips);
    // Longer than any container keeps the settings it has read.
    bed.clock.moveTo(bed.clock.now() + 6000);
    const { body: own } = await bed.as("emil").post("/incidents", { title: "No mail" });
    expect(own).not.toHaveProperty("vip");
    expect((await bed.as("ann").get(`/incidents/${own.id}`)).body).toMatchObject({
      vip: true,
      handlingNote: "Ring first",
    });
    expect((await listed("ann", { vip: "true" })).map(({ id }: { id: string }) => id)).toEqual([own.id]);
  });
});
