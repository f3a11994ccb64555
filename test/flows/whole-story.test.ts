import { type Bed, startBed } from "../bed/start-bed.ts";

const hour = 3_600_000;
const how = "Firmware 9.2 drops its sessions when memory fills: upgraded the firewall to firmware 9.4.";

/** One disruption from its first caller to the one who helps themselves, through every service it concerns. */
describe("the whole story", () => {
  let bed: Bed;
  let ciId = "";
  let serviceId = "";
  let boardId = "";
  let problemId = "";
  let changeId = "";
  let articleId = "";
  const incidents: string[] = [];
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const iso = (hours: number): string => new Date(bed.clock.now() + hours * hour).toISOString();
  const change = async () => (await bed.as("ann").get(`/changes/${changeId}`)).body;
  const step = (who: "ann" | "chad" | "nora" | "max", verb: string, body: object = {}) =>
    bed.as(who).post(`/changes/${changeId}/${verb}`, body);
  const pass = async (minutes: number): Promise<void> => {
    bed.clock.moveTo(bed.clock.now() + minutes * 60_000);
    await bed.drain();
  };

  it("begins with a firewall that a service depends on, owned by nora, and a board that meets", async () => {
    const cora = bed.as("cora");
    const firewall = { name: "fw-1", classId: "server", ownerId: "nora", attributes: { model: "9.2" } };
    ciId = (await cora.post("/cis", firewall)).body.id;
    const service = { name: "Remote access", classId: "business_service", criticality: "high" };
    serviceId = (await cora.post("/cis", service)).body.id;
    const relation = { fromId: serviceId, typeId: "depends-on", toId: ciId };
    expect((await cora.post("/ci-relations", relation)).status).toBe(201);
    const board = { name: "Board", chairId: "chad", memberIds: ["chad", "max"] };
    boardId = (await bed.as("chad").post("/change-boards", board)).body.id;
    await bed.drain({ advance: false });
  });

  it("three incidents on it make a problem candidate, and that a problem with a root cause", async () => {
    for (let i = 0; i < 3; i++) {
      const report = { title: "Remote access drops my session", callerId: "eve", ciIds: [ciId] };
      incidents.push((await bed.as("ann").post("/incidents", report)).body.id);
    }
    await bed.drain({ advance: false });
    const [candidate] = (await bed.as("pia").get("/problem-candidates")).body.items;
    expect(candidate.incidentIds.toSorted()).toEqual(incidents.toSorted());
    const accepted = await bed.as("pia").post(`/problem-candidates/${candidate.id}/accept`, {
      impact: 2,
      urgency: 2,
    });
    problemId = accepted.body.problemId;
    await bed.drain({ advance: false });
    for (const id of incidents) {
      await bed.as("ann").post(`/incidents/${id}/take`, {});
      await bed.as("ann").post(`/incidents/${id}/hold`, { reason: "awaiting_problem" });
    }
    await bed.as("ann").post(`/problems/${problemId}/analyse`, {});
    const rootCause = { text: "Its firmware drops sessions when memory fills", ciIds: [ciId] };
    const named = await bed.as("ann").post(`/problems/${problemId}/root-cause`, { rootCause });
    expect(named.body.rootCause).toMatchObject({ ciIds: [ciId] });
    await bed.as("pia").post(`/problems/${problemId}/assign`, { teamId: "desk", assigneeId: "ann" });
    const known = {
      title: "Remote access drops the session",
      symptom: "The session ends after some minutes",
      workaround: "Sign in again",
    };
    await bed.as("ann").post(`/problems/${problemId}/known-error`, known);
    const audience = { kind: "everyone" };
    const published = await bed.as("pia").post(`/problems/${problemId}/known-error/publish`, { audience });
    expect(published.status).toBe(200);
  });

  it("the problem asks for a change of that CI, which knows what depends on it", async () => {
    const wanted = { title: "Upgrade the firewall's firmware", type: "normal" };
    await bed.as("ann").post(`/problems/${problemId}/changes`, wanted);
    await bed.drain({ advance: false });
    const [found] = (await bed.as("ann").get("/changes", { query: { recordId: problemId } })).body.items;
    changeId = found.id;
    const impacted = (await change()).impacted;
    expect(impacted).toMatchObject({ criticality: "high", serviceCount: 1 });
    expect(impacted.services[0]).toMatchObject({ id: serviceId });
    expect((await bed.as("ann").get(`/problems/${problemId}`)).body.state).toBe("fix_in_progress");
  });

  it("is planned with what it will make of the CMDB, and nobody begins it before it is approved", async () => {
    const { version } = await change();
    const edits = {
      plans: { implementation: "Upgrade", test: "Sign in", backout: "Downgrade", communication: "Tell" },
      plannedStart: iso(24),
      plannedEnd: iso(28),
      modifications: { cis: [{ ciId, set: { attributes: { model: "9.4" } } }], relations: [] },
    };
    expect((await bed.as("ann").patch(`/changes/${changeId}`, edits, { ifMatch: version })).status).toBe(200);
    expect((await step("nora", "start")).status).toBe(409);
    expect((await step("nora", "permit")).status).toBe(422);
  });

  it("has the risk of what depends on it, and waits for the board and for the owner of the CI", async () => {
    const steps = [
      { name: "Owner", approvers: [{ kind: "owner", of: "ci" }] },
      { name: "Board", approvers: [{ kind: "board", id: boardId }], rule: { kind: "all" } },
    ];
    const model = { name: "Network", type: "normal", requiredPlans: ["backout"], approval: { steps } };
    const { id: modelId } = (await bed.as("chad").post("/change-models", model)).body;
    const { version: ifMatch } = await change();
    const modelled = await bed.as("ann").patch(`/changes/${changeId}`, { modelId }, { ifMatch });
    expect(modelled.body).toMatchObject({ modelId });
    await bed.drain({ advance: false });
    await step("ann", "submit");
    const assessed = await step("ann", "assess", { answers: { downtime: "no" } });
    expect(assessed.body).toMatchObject({ state: "authorize", risk: "high" });
    expect(assessed.body.riskReasons).toContainEqual(
      expect.objectContaining({ source: "rule", text: "Something critical depends on its CIs" }),
    );
    const asked = (await bed.as("nora").get("/changes", { query: { approverId: "nora" } })).body.items;
    expect(asked.map(({ id }: { id: string }) => id)).toEqual([changeId]);
    expect((await step("nora", "approve", { comment: "Needed" })).status).toBe(200);
  });

  it("meets a freeze that is made meanwhile: the board cannot schedule it without an exception", async () => {
    const freeze = { name: "Audit", reason: "The auditors are here", ciIds: [ciId] };
    await bed.as("chad").post("/change-freezes", { ...freeze, from: iso(0), to: iso(48) });
    // First it is asked that all planned changes are looked at again, then the minute comes in which they are.
    await bed.drain({ advance: false });
    await pass(1);
    expect((await change()).conflicts.kinds).toMatchObject({ freeze: 1 });
    const when = { boardId, startsAt: iso(1), endsAt: iso(2) };
    const { id: meetingId } = (await bed.as("chad").post("/change-meetings", when)).body;
    const agenda = (await bed.as("max").get(`/change-meetings/${meetingId}/agenda`)).body;
    expect(agenda.items).toMatchObject([{ changeId, kind: "decision", risk: "high" }]);
    await bed.as("chad").post(`/change-meetings/${meetingId}/start`, { attendeeIds: ["chad", "max"] });
    const decision = { meetingId, verdict: "approve", comment: "Go" };
    expect((await step("chad", "board-decision", decision)).status).toBe(422);
    expect((await step("ann", "freeze-exception", { reason: "Sessions drop all day" })).status).toBe(200);
    expect((await step("chad", "freeze-exception/approve", { comment: "The auditors agree" })).status).toBe(
      200,
    );
    const decided = await step("chad", "board-decision", decision);
    expect(decided.body).toMatchObject({ state: "scheduled", approval: { state: "approved" } });
    await bed.drain({ advance: false });
    const minutes = { minutes: "The upgrade was approved." };
    const held = (await bed.as("chad").post(`/change-meetings/${meetingId}/close`, minutes)).body;
    expect(held).toMatchObject({ state: "held", items: [{ changeId, verdict: "approve" }] });
  });

  it("is done in its window with a permit; the CMDB says so afterwards", async () => {
    expect((await step("nora", "permit")).status).toBe(422);
    const gate = () => bed.as("robot").get("/gate", { query: { ciId } });
    expect((await gate()).body.allowed).toBe(false);
    await pass(24 * 60 + 5);
    expect((await gate()).body).toMatchObject({ allowed: true, changeIds: [changeId] });
    expect((await step("chad", "start")).status).toBe(403);
    const { permit } = (await step("ann", "permit")).body;
    const checked = await bed.as("robot").post("/gate/check", { permit, changeId });
    expect(checked.body).toMatchObject({ valid: true });
    for (const other of [{ changeId: "CHG9999999" }, { serviceId }]) {
      const wrong = (await bed.as("robot").post("/gate/check", { permit, ...other })).body;
      expect(wrong).toMatchObject({ valid: false, reason: expect.stringContaining("another") });
    }
    await step("ann", "start");
    await bed.drain({ advance: false });
    const signal = { source: "probe", resource: "fw-1", check: "ping", state: "firing", severity: "major" };
    const alerted = await bed.as("robot").post("/alerts", { ...signal, summary: "Silent", ciIds: [ciId] });
    await bed.drain({ advance: false });
    expect((await change()).alerts).toMatchObject([
      { alertId: alerted.body.id, state: "firing", muted: true },
    ]);
    const opened = await bed.as("ann").get("/incidents", { query: { recordId: alerted.body.id } });
    expect(opened.body.items).toEqual([]);
    await bed.as("robot").post("/alerts", { ...signal, state: "recovered", summary: "Answers" });
    await step("ann", "evidence", { permit, outcome: "succeeded" });
    const done = await step("ann", "complete", { outcome: "successful", text: how });
    expect(done.body.state).toBe("review");
    await bed.drain({ advance: false });
    expect((await bed.as("cora").get(`/cis/${ciId}`)).body.attributes).toEqual({ model: "9.4" });
    expect((await change()).modified).toMatchObject({
      applies: true,
      results: [{ of: ciId, outcome: "applied", before: { "attributes.model": "9.2" } }],
    });
  });

  it("stands in the calendars of its CI and of the service that depends on it, and in a feed", async () => {
    const days = { from: iso(-48), to: iso(48) };
    for (const [name, value] of [
      ["ciId", ciId],
      ["serviceId", serviceId],
    ] as const) {
      const about = { [name]: value };
      const { items } = (await bed.as("ann").get("/planned-changes", { query: { ...days, ...about } })).body;
      expect(items.map(({ id }: { id: string }) => id)).toEqual([changeId]);
    }
    const emergencies = { ...days, ciId, type: "emergency" };
    expect((await bed.as("ann").get("/planned-changes", { query: emergencies })).body.items).toEqual([]);
    const { id } = (await bed.as("ann").post("/change-feeds", { name: "All" })).body;
    const { path } = (await bed.as("ann").post(`/change-feeds/${id}/link`, {})).body;
    const token = String(path).split("token=")[1] ?? "";
    const feed = await bed.as("eve").get("/change-calendar", { query: { token } });
    expect(String(feed.body)).toContain(`UID:${changeId}@steward`);
  });

  it("an incident that gets its CI later is proposed as its consequence; a yes can be taken back", async () => {
    const ann = bed.as("ann");
    const { id, version } = (await ann.post("/incidents", { title: "Slow", callerId: "eve" })).body;
    await bed.drain({ advance: false });
    expect((await change()).suspects).toBeUndefined();
    await ann.patch(`/incidents/${id}`, { ciIds: [ciId] }, { ifMatch: version });
    await bed.drain({ advance: false });
    expect((await change()).suspects).toMatchObject([{ incidentId: id, state: "proposed" }]);
    const tie = { type: "caused_by_change", target: changeId };
    for (const caused of [true, false]) {
      await step("ann", "suspected-incidents", { incidentId: id, caused });
      await bed.drain({ advance: false });
      const { links } = (await ann.get(`/incidents/${id}`)).body;
      expect(links).toEqual(caused ? [tie] : []);
    }
    await ann.post(`/incidents/${id}/cancel`, { reason: "It was the line" });
  });

  it("what a source finds changed without a change is a finding, and by policy an incident", async () => {
    const sourceId = "src.discovery";
    await bed.as("ada").post("/ci-sources", { id: sourceId, name: "Discovery", format: "json" });
    const tell = async (location: string): Promise<void> => {
      const rows = [{ class: "server", key: "ledger-1", name: "Ledger", location }];
      const { id } = (await bed.as("cora").post("/ci-imports", { sourceId })).body;
      await bed.as("cora").post(`/ci-imports/${id}/rows`, { chunk: 1, content: JSON.stringify(rows) });
      await bed.as("cora").post(`/ci-imports/${id}/start`);
      await pass(1);
    };
    const policy = { unauthorizedOpensIncident: "always" };
    const decided = await bed.as("ada").put("/change-settings", policy, { headers: { "if-match": "*" } });
    expect(decided.status).toBe(200);
    await tell("Oslo");
    await tell("Bergen");
    const [finding] = (await bed.as("chad").get("/change-findings")).body.items;
    expect(finding).toMatchObject({ sourceId, changed: ["location"], opensIncident: true });
    const ofCi = await bed.as("ann").get("/incidents", { query: { ciId: finding.ciId } });
    expect(ofCi.body.items).toMatchObject([{ title: "Changed without authority: Ledger", impact: 3 }]);
  });

  it("comes after what is over before it begins, and never after itself", async () => {
    const ann = bed.as("ann");
    const body = { title: "Tidy up", ciIds: [ciId] };
    const unknown = { ...body, comesAfter: ["CHG9999999"] };
    expect((await ann.post("/changes", unknown)).status).toBe(400);
    const { id: first } = (await ann.post("/changes", { ...body, comesAfter: [changeId] })).body;
    const { id: second } = (await ann.post("/changes", { ...body, comesAfter: [first] })).body;
    await bed.drain({ advance: false });
    const { version } = (await ann.get(`/changes/${first}`)).body;
    const circle = { comesAfter: [second] };
    expect((await ann.patch(`/changes/${first}`, circle, { ifMatch: version })).status).toBe(422);
    for (const id of [second, first]) await ann.post(`/changes/${id}/cancel`, { reason: "Tidy already" });
  });

  it("its end resolves the problem, and with it the incidents that waited for it", async () => {
    expect((await step("ann", "close")).status).toBe(200);
    await bed.drain({ advance: false });
    const numbers = (await bed.as("chad").get("/change-numbers")).body;
    expect(numbers).toMatchObject({ changes: 1, successful: 1, successPercent: 100, causedIncidents: 0 });
    expect((await bed.as("pia").get(`/problems/${problemId}`)).body.state).toBe("resolved");
    for (const id of incidents)
      expect((await bed.as("ann").get(`/incidents/${id}`)).body).toMatchObject({
        state: "resolved",
        resolution: { code: "resolved_by_problem" },
      });
  });

  it("what was learnt is drafted as an article and published, and the next caller finds it", async () => {
    await pass(3);
    await pass(1);
    const drafts = (await bed.as("kim").get("/articles", { query: { state: "draft" } })).body.items;
    const origins = await Promise.all(
      drafts.map(async ({ id }: { id: string }) => (await bed.as("kim").get(`/articles/${id}`)).body),
    );
    const drafted = origins.find(({ origin }) => origin?.id === problemId);
    expect(drafted).toMatchObject({ ownerId: "ann", state: "draft" });
    articleId = drafted.id;
    const body = {
      title: "Remote access drops the session",
      body: how,
      audience: "everyone",
      keywords: ["firewall"],
    };
    const written = await bed.as("ann").put(`/articles/${articleId}`, body, { headers: { "if-match": "*" } });
    expect(written.status).toBe(200);
    await bed.as("ann").post(`/articles/${articleId}/submit`, {});
    expect((await bed.as("kim").post(`/articles/${articleId}/publish`, {})).status).toBe(200);
    await pass(1);
    const asked = { title: "my session in remote access was droped" };
    const { articles } = (await bed.as("emil").post("/knowledge/suggestions", asked)).body;
    expect(articles.map(({ id }: { id: string }) => id)).toEqual([articleId]);
  });
});
