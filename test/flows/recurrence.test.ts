import { type Bed, startBed } from "../bed/start-bed.ts";

describe("incidents that keep coming back", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const report = async (fields: object): Promise<string> => {
    const { body } = await bed.as("eve").post("/incidents", { title: "Again", ...fields });
    await bed.drain();
    return body.id;
  };
  const candidates = async (state = "proposed") =>
    (await bed.as("pia").get("/problem-candidates", { query: { state } })).body.items;

  it("become a problem candidate when three affect one CI within a week", async () => {
    const ids = [await report({ ciIds: ["db-1"] }), await report({ ciIds: ["db-1"] })];
    expect(await candidates()).toEqual([]);
    ids.push(await report({ ciIds: ["db-1", "app-1"] }));
    const [candidate, ...others] = await candidates();
    expect(others).toEqual([]);
    expect(candidate).toMatchObject({ state: "proposed", likeness: { kind: "ci", ciId: "db-1" } });
    expect([...candidate.incidentIds].sort()).toEqual(ids);
  });

  it("let a candidate grow instead of proposing it twice", async () => {
    await report({ ciIds: ["db-1"] });
    const [candidate, ...others] = await candidates();
    expect([candidate.incidentIds.length, others.length]).toEqual([4, 0]);
  });

  it("stay quiet after dismissal until as many new ones come", async () => {
    const [{ id }] = await candidates();
    expect((await bed.as("ann").post(`/problem-candidates/${id}/dismiss`, { reason: "No" })).status).toBe(
      403,
    );
    await bed.as("pia").post(`/problem-candidates/${id}/dismiss`, { reason: "Planned load test" });
    bed.clock.moveTo(bed.clock.now() + 60_000);
    await report({ ciIds: ["db-1"] });
    await report({ ciIds: ["db-1"] });
    expect(await candidates()).toEqual([]);
    await report({ ciIds: ["db-1"] });
    expect((await candidates()).map((candidate: { id: string }) => candidate.id)).toEqual([id]);
  });

  it("are alike by service and category, too, and count only within the window", async () => {
    const alike = { serviceId: "vpn", category: "network" };
    await report(alike);
    await report(alike);
    bed.clock.moveTo(bed.clock.now() + 8 * 24 * 3_600_000);
    await report(alike);
    expect(
      (await candidates()).filter((c: { likeness: { kind: string } }) => c.likeness.kind !== "ci"),
    ).toEqual([]);
    await report({ serviceId: "vpn", category: "hardware" });
    await report(alike);
    await report(alike);
    const [newest] = await candidates();
    expect(newest.likeness).toEqual({ kind: "service_category", serviceId: "vpn", category: "network" });
  });

  it("are proposed once when they come all at the same moment", async () => {
    const burst = Array.from({ length: 8 }, () =>
      bed.as("eve").post("/incidents", { title: "Burst", ciIds: ["lb-1"] }),
    );
    await Promise.all(burst);
    await bed.drain();
    const found = (await candidates()).filter(
      (c: { likeness: { ciId?: string } }) => c.likeness.ciId === "lb-1",
    );
    expect(found).toHaveLength(1);
    expect(found[0].incidentIds).toHaveLength(8);
  });

  it("are alike by their titles, whatever they affect, and are counted by what they cost", async () => {
    const titles = [
      "Outlook asks for the password again and again",
      "Password asked again by Outlook, again and again",
      "Outlook keeps asking for the password again",
      "Outlook: password asked again and again",
      "Outlook asks for password again, and again",
    ];
    for (const [i, title] of titles.entries()) await report({ title, ciIds: [`laptop-${i}`] });
    const found = (await candidates()).filter(
      (c: { likeness: { kind: string } }) => c.likeness.kind === "text",
    );
    expect(found).toHaveLength(1);
    const { body } = await bed.as("pia").get(`/problem-candidates/${found[0].id}`);
    expect(body.incidentIds).toHaveLength(5);
    expect(body.cost).toMatchObject({ incidents: 5, open: 5, people: 1, breaches: 0 });
    const [first] = body.incidentIds;
    bed.clock.moveTo(bed.clock.now() + 3_600_000);
    await bed.as("ann").post(`/incidents/${first}/resolve`, { code: "solved", text: "New password" });
    await bed.drain();
    const later = (await bed.as("pia").get(`/problem-candidates/${found[0].id}`)).body.cost;
    expect(later).toMatchObject({ incidents: 5, open: 4 });
    expect(later.minutesLost).toBeGreaterThanOrEqual(5 * 60);
    const ofCi = await bed.as("pia").post("/ci-costs", { ciId: "laptop-0", by: "day" });
    expect(ofCi.body).toMatchObject({ total: { incidents: 1 }, trend: [{ incidents: 1 }] });
    expect((await bed.as("eve").post("/ci-costs", { ciId: "laptop-0" })).status).toBe(403);
  });
});
