import { type Bed, startBed } from "../bed/start-bed.ts";

describe("a problem, from three incidents to the fix", () => {
  let bed: Bed;
  const incidents: string[] = [];
  let candidateId = "";
  let problemId = "";
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const pia = (path: string, body: unknown = {}) => bed.as("pia").post(path, body);
  const incident = async (id: string) => (await bed.as("ann").get(`/incidents/${id}`)).body;
  const told = async (who: "ann" | "eve", id: string): Promise<string> =>
    JSON.stringify((await bed.as(who).get(`/incidents/${id}/history?limit=100`)).body);
  const open = async (more: object = {}): Promise<string> => {
    const report = { title: "VPN drops", callerId: "eve", ciIds: ["vpn-1"], ...more };
    return (await bed.as("ann").post("/incidents", report)).body.id;
  };

  it("begins as a candidate, which becomes a problem that all incidents are tied to", async () => {
    for (let i = 0; i < 3; i++) incidents.push(await open());
    await bed.drain();
    const { items } = (await bed.as("pia").get("/problem-candidates")).body;
    expect(items).toHaveLength(1);
    candidateId = items[0].id;
    const accepted = await pia(`/problem-candidates/${candidateId}/accept`, { impact: 2, urgency: 2 });
    expect(accepted).toMatchObject({ status: 200, body: { state: "accepted" } });
    problemId = accepted.body.problemId;
    await bed.drain();
    for (const id of incidents)
      expect((await incident(id)).links).toEqual([{ type: "problem", target: problemId }]);
    const listed = (await bed.as("pia").get(`/problems/${problemId}/incidents`)).body.items;
    expect(listed.map(({ id }: { id: string }) => id).toSorted()).toEqual(incidents.toSorted());
    expect((await pia(`/problem-candidates/${candidateId}/accept`)).status).toBe(409);
  });

  it("names its root cause, and tells callers the workaround, also those who come later", async () => {
    const ann = bed.as("ann");
    await ann.post(`/problems/${problemId}/analyse`, {});
    const rootCause = {
      text: "Certificate renewal drops sessions",
      ciIds: ["vpn-1"],
      changeId: "CHG0000007",
    };
    expect((await ann.post(`/problems/${problemId}/root-cause`, { rootCause })).body.rootCause).toEqual(
      rootCause,
    );
    await ann.post(`/problems/${problemId}/workaround`, { text: "Reconnect with protocol TCP" });
    await bed.drain();
    expect(await told("eve", incidents[0] ?? "")).not.toContain("protocol TCP");
    expect(
      (await ann.post(`/problems/${problemId}/communicate-workaround`, { audience: "callers" })).status,
    ).toBe(403);
    await pia(`/problems/${problemId}/communicate-workaround`, { audience: "callers" });
    await bed.drain();
    for (const id of incidents) expect(await told("eve", id)).toContain("protocol TCP");
    const late = await open();
    await ann.post(`/incidents/${late}/links`, { type: "problem", target: problemId });
    await bed.drain();
    expect((await told("eve", late)).split("protocol TCP")).toHaveLength(2);
    incidents.push(late);
  });

  it("lets readers see its known error when it is published, and only then", async () => {
    const known = { title: "VPN drops", symptom: "Disconnects hourly", workaround: "Use TCP" };
    const path = `/problems/${problemId}/known-error`;
    await bed.as("ann").post(path, known);
    expect((await bed.as("eve").get(`/known-errors/${problemId}`)).status).toBe(404);
    await pia(`${path}/publish`, { audience: { kind: "agents" } });
    expect((await bed.as("eve").get(`/known-errors/${problemId}`)).status).toBe(404);
    expect((await bed.as("ann").get(`/known-errors/${problemId}`)).body).toMatchObject(known);
    await pia(`${path}/publish`, { audience: { kind: "everyone" } });
    await bed.as("ann").post(path, { ...known, symptom: "SECRET DRAFT" });
    const read = await bed.as("eve").get(`/known-errors/${problemId}`);
    expect(read.body).toMatchObject({ ...known, edition: 2 });
    expect(JSON.stringify((await bed.as("eve").get("/known-errors")).body)).not.toContain("SECRET");
    await bed.drain();
    const { articles } = (await bed.as("ann").get(`/problems/${problemId}`)).body;
    expect(articles).toMatchObject([{ relation: "made" }]);
    expect((await bed.as("eve").get(`/problems/${problemId}`)).status).toBe(403);
  });

  it("is resolved with all incidents that wait for it; others hear of the fix", async () => {
    const ann = bed.as("ann");
    const waiting = incidents.slice(0, 3);
    for (const id of waiting) await ann.post(`/incidents/${id}/hold`, { reason: "awaiting_problem" });
    await ann.post(`/problems/${problemId}/fix`, {});
    await ann.post(`/problems/${problemId}/resolve`, { text: "Renewal no longer drops sessions" });
    await pia(`/problems/${problemId}/communicate-fix`, { audience: "callers", text: "It is fixed" });
    await bed.drain();
    for (const id of waiting)
      expect(await incident(id)).toMatchObject({
        state: "resolved",
        resolution: { code: "resolved_by_problem", text: "Renewal no longer drops sessions" },
      });
    const [, , , other = ""] = incidents;
    expect((await incident(other)).state).toBe("new");
    expect(await told("eve", other)).toContain("It is fixed");
    // What begins to wait after the resolution does not wait for ever.
    await ann.post(`/incidents/${other}/hold`, { reason: "awaiting_problem" });
    await bed.drain();
    expect((await incident(other)).state).toBe("resolved");
    await ann.post(`/incidents/${other}/reopen`, { reason: "It is back", hold: "awaiting_problem" });
    await bed.drain();
    expect((await incident(other)).state).toBe("on_hold");
  });

  it("takes over the incidents of its duplicates, also those that only they know of", async () => {
    const duplicate = (await pia("/problems", { title: "VPN unstable" })).body.id;
    const id = await open({ ciIds: [] });
    await bed.as("ann").post(`/incidents/${id}/links`, { type: "problem", target: duplicate });
    const survivor = (await pia("/problems", { title: "VPN again" })).body.id;
    const said = { audience: "agents", text: "Only for agents" };
    await pia(`/problems/${survivor}/communicate-workaround`, said);
    await bed.drain();
    await pia(`/problems/${duplicate}/changes`, { title: "Replace the gateway" });
    await pia(`/problems/${duplicate}/known-error`, { title: "VPN unstable", symptom: "Sessions end" });
    await pia(`/problems/${duplicate}/known-error/publish`, { audience: { kind: "everyone" } });
    await bed.drain();
    const marked = await pia(`/problems/${duplicate}/duplicate`, { of: survivor });
    expect(marked.body).toMatchObject({
      state: "closed",
      resolutionCode: "duplicate",
      duplicateOf: survivor,
    });
    await bed.drain();
    expect((await incident(id)).links).toEqual([{ type: "problem", target: survivor }]);
    const heir = (await bed.as("pia").get(`/problems/${survivor}`)).body;
    expect(heir).toMatchObject({ state: "fix_in_progress", changes: [{ state: "new" }] });
    await bed.as("chad").post(`/changes/${heir.changes[0].id}/cancel`, { reason: "Too dear" });
    await bed.drain();
    const { changes } = (await bed.as("pia").get(`/problems/${survivor}`)).body;
    expect(changes).toMatchObject([{ state: "cancelled" }]);
    expect((await bed.as("eve").get(`/known-errors/${survivor}`)).body.title).toBe("VPN unstable");
    expect(await told("ann", id)).toContain("Only for agents");
    expect(await told("eve", id)).not.toContain("Only for agents");
    const { items } = (await bed.as("pia").get(`/problems/${survivor}/incidents`)).body;
    expect(items.map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it("may be made from an incident, tied both ways; a restricted one keeps to itself", async () => {
    const id = await open({ title: "Invoices twice", ciIds: ["erp-1"], description: "Every Monday" });
    const converted = await bed.as("ann").post(`/incidents/${id}/convert`, { to: "problem" });
    expect(converted).toMatchObject({ status: 200, body: { conversions: ["problem"] } });
    await bed.drain();
    const [link] = (await incident(id)).links;
    const problem = (await bed.as("ann").get(`/problems/${link.target}`)).body;
    expect(problem).toMatchObject({
      title: "Invoices twice",
      description: "Every Monday",
      origin: { kind: "incident", id },
      incidentIds: [id],
      ciIds: ["erp-1"],
    });
    expect((await bed.as("ann").post(`/incidents/${id}/convert`, { to: "problem" })).status).toBe(422);
    const secret = await open({ restricted: true, teamId: "desk" });
    expect((await bed.as("ann").post(`/incidents/${secret}/convert`, { to: "problem" })).status).toBe(422);
    await bed.as("ann").post(`/problems/${problem.id}/incidents/link`, { incidentIds: [secret] });
    await bed.drain();
    expect((await incident(secret)).links).toEqual([]);
    const { items } = (await bed.as("pia").get(`/problems/${problem.id}/incidents`)).body;
    expect(items.map((each: { id: string }) => each.id)).toEqual([id]);
  });

  it("is not all that an incident may become: a change, too, which resolves it", async () => {
    const id = await open({ title: "Disk too small", ciIds: ["san-1"], description: "Grow it" });
    expect((await bed.as("ann").post(`/incidents/${id}/convert`, { to: "change" })).status).toBe(200);
    await bed.drain();
    const [link] = (await incident(id)).links;
    expect(link).toMatchObject({ type: "fixed_by_change" });
    expect((await bed.as("chad").get(`/changes/${link.target}`)).body).toMatchObject({
      title: "Disk too small",
      description: "Grow it",
      requesterId: "ann",
      ciIds: ["san-1"],
      links: [{ type: "resolves", target: id }],
    });
  });

  it("asks for a change, which names it, and is being fixed from then on", async () => {
    const { id } = (await pia("/problems", { title: "Mail stops", ciIds: ["mail-1"] })).body;
    await pia(`/problems/${id}/analyse`);
    await pia(`/problems/${id}/changes`, { title: "Replace the disk" });
    await bed.drain();
    const fixing = (await bed.as("pia").get(`/problems/${id}`)).body;
    expect(fixing).toMatchObject({ state: "fix_in_progress", changes: [{ state: "new" }] });
    const [{ id: changeId }] = fixing.changes;
    const change = (await bed.as("chad").get(`/changes/${changeId}`)).body;
    expect(change).toMatchObject({
      title: "Replace the disk",
      ciIds: ["mail-1"],
      links: [{ type: "problem", target: id }],
    });
    const { items } = (await bed.as("pia").get("/problems", { query: { changeId } })).body;
    expect(items.map((each: { id: string }) => each.id)).toEqual([id]);
    expect((await bed.as("pia").get(`/problems/${id}/suspected-changes`)).body.items).toEqual([]);
  });
});
