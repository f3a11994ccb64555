import { names, rolesOf } from "./people.ts";
import { type Bed, startBed } from "./start-bed.ts";

describe("the test bed", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  test("runs the product: what one person writes another reads, and its event has its effect", async () => {
    const opened = await bed.as("eve").post("/incidents", { title: "No power" });
    expect(opened.status).toBe(201);
    const read = await bed.as("ann").get(`/incidents/${opened.body.id}`);
    expect(read.body).toEqual({ ...opened.body, actions: read.body.actions, links: [], watchers: [] });
    await bed.drain();
    const projected = (await bed.stored()).get("steward-problem")?.map(({ pk }) => pk);
    expect(projected).toContain(`INCIDENT#${opened.body.id}`);
    expect(bed.denied()).toEqual([]);
  });

  test("knows everybody by the roles they have", async () => {
    for (const name of names) {
      const { status } = await bed.as(name).get("/incident-settings");
      expect({ name, status }).toEqual({ name, status: rolesOf(name).join() === "employee" ? 403 : 200 });
    }
    expect((await bed.as("nobody").get("/incident-settings")).status).toBe(401);
  });
});
