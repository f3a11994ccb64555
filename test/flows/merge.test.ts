import { type Bed, startBed } from "../bed/start-bed.ts";

describe("duplicates, major incidents and suggestions", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const open = async (who: "eve" | "emil" | "ann", report: object): Promise<string> =>
    (await bed.as(who).post("/incidents", { title: "Mail is down", ...report })).body.id;
  const read = async (id: string) => (await bed.as("ann").get(`/incidents/${id}`)).body;
  const texts = async (who: "eve" | "emil" | "ann", id: string) =>
    JSON.stringify((await bed.as(who).get(`/incidents/${id}/history`)).body);

  it("a duplicate leaves the queues, its caller reads what the survivor's caller is told, and undoing brings it back", async () => {
    const survivor = await open("eve", { ciIds: ["mail-1"] });
    const duplicate = await open("emil", { ciIds: ["mail-2"] });
    const before = await read(survivor);
    const merged = await bed.as("ann").post(`/incidents/${duplicate}/merge`, { into: survivor });
    expect(merged.body).toMatchObject({ state: "cancelled", mergedInto: survivor });
    expect(await read(survivor)).toMatchObject({ ciIds: ["mail-1", "mail-2"], watchers: ["emil"] });
    const { items } = (await bed.as("ann").get("/incidents", { query: { unassigned: "true" } })).body;
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(duplicate);
    await bed.as("ann").post(`/incidents/${survivor}/comments`, { text: "We restart the server" });
    await bed.as("emil").post(`/incidents/${duplicate}/comments`, { text: "It also hits my phone" });
    await bed.drain({ timeoutMs: 120_000 });
    expect(await texts("emil", duplicate)).toContain("We restart the server");
    expect(await texts("ann", survivor)).toContain("It also hits my phone");
    expect(await texts("eve", survivor)).not.toContain("It also hits my phone");
    expect((await bed.as("ann").post(`/incidents/${duplicate}/unmerge`, {})).body.state).toBe("new");
    const after = await read(survivor);
    expect([after.ciIds, after.watchers, after.duplicateIds]).toEqual([
      before.ciIds,
      before.watchers,
      undefined,
    ]);
  });

  it("a child that was merged into its parent reads once what the parent's caller is told", async () => {
    const parent = await open("eve", {});
    const child = await open("ann", { callerId: "emil", parentId: parent });
    await bed.drain({ timeoutMs: 120_000 });
    await bed.as("ann").post(`/incidents/${child}/merge`, { into: parent });
    await bed.as("ann").post(`/incidents/${parent}/comments`, { text: "We restart the server" });
    await bed.drain({ timeoutMs: 120_000 });
    const { items } = (await bed.as("emil").get(`/incidents/${child}/history`)).body;
    const comments = items.filter(({ type }: { type: string }) => type === "IncidentCommented");
    expect(comments).toHaveLength(1);
  });

  it("of merges in a circle at the same time at most some go through, and no circle is left", async () => {
    const ids = await Promise.all([open("eve", {}), open("eve", {}), open("eve", {})]);
    const merges = ids.map((id, i) =>
      bed.as("ann").post(`/incidents/${id}/merge`, { into: ids[(i + 1) % ids.length] }),
    );
    const statuses = (await Promise.all(merges)).map(({ status }) => status);
    expect(statuses.every((status) => [200, 409, 422].includes(status))).toBe(true);
    const left = await Promise.all(ids.map(read));
    expect(left.some(({ mergedInto }) => mergedInto === undefined)).toBe(true);
  });

  it("an urgent incident is proposed as a major one by the rule, once", async () => {
    const id = await open("ann", { impact: 1, urgency: 1 });
    await bed.drain({ timeoutMs: 120_000 });
    expect(await read(id)).toMatchObject({
      majorState: "proposed",
      major: { proposedBy: "service:incident" },
    });
    const { items } = (await bed.as("max").get("/incidents", { query: { major: "proposed" } })).body;
    expect(items.map((item: { id: string }) => item.id)).toContain(id);
  });

  it("a draft is answered by what is like it, and by one's own only for who sees no others", async () => {
    const ask = (who: "ann" | "emil") =>
      bed.as(who).post("/incidents/similar", { title: "Mail down again", ciIds: ["mail-1"] });
    const bytes = (await ask("ann")).body;
    expect(bytes.duplicates.length).toBeGreaterThan(0);
    const own = (await ask("emil")).body;
    const callers = own.duplicates.map(
      ({ incident }: { incident: { callerId: string } }) => incident.callerId,
    );
    expect(callers.every((id: string) => id === "emil")).toBe(true);
    expect(own.candidates).toEqual([]);
  });

  it("open incidents are found by words alone, and by the incident itself", async () => {
    const first = await open("eve", { title: "The coffee grinder squeaks" });
    const second = await open("emil", { title: "Grinders squeak again", category: "kitchen" });
    await bed.drain({ timeoutMs: 120_000 });
    const found = async (body: object) => {
      const { duplicates } = (await bed.as("ann").post("/incidents/similar", body)).body;
      return duplicates.map(({ incident }: { incident: { id: string } }) => incident.id).toSorted();
    };
    expect(await found({ title: "squeaking grinder" })).toEqual([first, second]);
    expect(await found({ incidentId: second })).toEqual([first]);
    await bed.as("ann").patch(`/incidents/${first}`, { title: "Noise" }, { ifMatch: 1 });
    expect(await found({ title: "squeaking grinder" })).toEqual([second]);
    const asked = await bed.as("eve").post("/incidents/similar", { incidentId: second });
    expect(asked.status).toBe(404);
  });

  it("a known error is named to who reports the like, once it is published for them, until it is withdrawn", async () => {
    const pia = (path: string, body: unknown) => bed.as("pia").post(path, body);
    const { id } = (await pia("/problems", { title: "Scanner", ciIds: ["scan-1"] })).body;
    const draft = {
      title: "Scanner shows E-417",
      symptom: "Scans end in the middle",
      workaround: "Scan single pages",
      errorCode: "E-417",
    };
    await pia(`/problems/${id}/known-error`, draft);
    const named = async (who: "ann" | "eve") => {
      await bed.drain();
      const asked = await bed.as(who).post("/incidents/similar", { title: "The scanner says e-417" });
      return asked.body.knownErrors.map((known: { problemId: string }) => known.problemId);
    };
    expect(await named("ann")).toEqual([]);
    await pia(`/problems/${id}/known-error/publish`, { audience: { kind: "agents" } });
    expect([await named("ann"), await named("eve")]).toEqual([[id], []]);
    await pia(`/problems/${id}/known-error/publish`, { audience: { kind: "everyone" } });
    expect(await named("eve")).toEqual([id]);
    await pia(`/problems/${id}/known-error/withdraw`, { reason: "Wrong" });
    expect([await named("ann"), await named("eve")]).toEqual([[], []]);
  });
});
