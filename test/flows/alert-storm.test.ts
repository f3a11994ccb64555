import { type Bed, startBed } from "../bed/start-bed.ts";
import { alertsOf } from "./support/alerts.ts";
import { countStorm, sendStorm } from "./support/storm.ts";

describe("a storm of alerts", () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await startBed();
  });
  afterAll(() => bed.stop());

  const { report, incidentsOf, pass } = alertsOf(() => bed);

  test("of 300 on one service is one parent incident with at most 19 children, and loses none, also when all comes twice at once", async () => {
    const options = { size: 300, batch: 15, atOnce: 3, service: "shop" };
    await Promise.all([sendStorm(bed, options), sendStorm(bed, { ...options, size: 60 })]);
    await bed.drain({ timeoutMs: 120_000 });
    const found = await countStorm(bed, "shop");
    expect(found).toMatchObject({ alerts: 300, occurrences: 360, storms: 1, parents: 1, strays: 0 });
    expect(found.joined).toBe(300);
    expect(found.children).toBe(19);
    expect(found.incidents).toBe(20);
  });

  test("takes no more alerts in once it is quiet, and its incident is resolved when all is well", async () => {
    await pass(11);
    const { body } = await bed.as("ann").get("/alert-storms", { query: { state: "ended" } });
    expect(body.items).toMatchObject([{ serviceId: "shop", state: "ended", total: 300 }]);
    const [storm] = body.items;
    await sendStorm(bed, { size: 1, batch: 1, atOnce: 1, service: "shop", name: "Late" });
    await bed.drain();
    const { body: late } = await bed.as("ann").get("/alerts", { query: { serviceId: "shop", limit: "1" } });
    expect(late.items).toMatchObject([{ check: "Late0", isOwn: true }]);
    await sendStorm(bed, { size: 300, batch: 15, atOnce: 3, service: "shop", status: "resolved" });
    for (const minutes of [1, 6, 1]) await pass(minutes);
    expect((await bed.as("ann").get(`/alert-storms/${storm.id}`)).body.state).toBe("cleared");
    const { body: parent } = await bed.as("ann").get(`/incidents/${storm.incidentId}`);
    expect(parent).toMatchObject({ state: "resolved", resolution: { code: "recovered" } });
    const { open, children } = await countStorm(bed, "shop");
    expect({ open, children }).toEqual({ open: 1, children: 19 });
  });

  test("of CloudWatch alarms in many accounts gathers around their source, and a form that nobody knows is kept", async () => {
    const event = (account: string, detail: object) =>
      bed.putForeign({
        source: "aws.cloudwatch",
        "detail-type": "CloudWatch Alarm State Change",
        account,
        detail,
      });
    const timestamp = new Date(bed.clock.now()).toISOString().replace("Z", "+0000");
    for (let n = 0; n < 30; n++)
      event(String(100_000_000_000 + n), {
        alarmName: "Cpu",
        state: { value: "ALARM", reason: "Hot", timestamp },
      });
    event("100000000000", { alarmName: "Cpu", state: "ALARM" });
    await bed.drain();
    const { body } = await bed
      .as("ann")
      .get("/alerts", { query: { source: "aws.cloudwatch", limit: "100" } });
    expect(body.items).toHaveLength(30);
    const { body: storms } = await bed.as("ann").get("/alert-storms");
    expect(storms.items).toMatchObject([
      { source: "aws.cloudwatch", incidentId: expect.stringMatching(/^INC/) },
    ]);
    const { body: kept } = await bed.as("ann").get("/unreadable-reports");
    expect(kept.items).toMatchObject([
      { form: "CloudWatch Alarm State Change", reason: expect.stringContaining("detail.state") },
    ]);
    const { body: whole } = await bed.as("ann").get(`/unreadable-reports/${kept.items[0].id}`);
    expect(JSON.parse(whole.content).detail).toEqual({ alarmName: "Cpu", state: "ALARM" });
  });

  test("that a person calls done takes no more alerts in", async () => {
    const { body: storms } = await bed.as("ann").get("/alert-storms");
    const { incidentId, id } = storms.items[0];
    await bed.as("ann").post(`/incidents/${incidentId}/resolve`, { code: "rebooted", text: "All of them" });
    await bed.drain();
    expect((await bed.as("ann").get(`/alert-storms/${id}`)).body.state).toBe("ended");
  });

  test("of AWS are about the CIs that their resources are, and all pages of a Health event are one alert", async () => {
    const server = { name: "i-0123456789ABCDEF0", classId: "server" };
    const { body: ci } = await bed.as("cora").post("/cis", server);
    await bed.drain();
    const updated = new Date(bed.clock.now()).toUTCString();
    const page = (...entities: readonly string[]) =>
      bed.putForeign({
        source: "aws.health",
        "detail-type": "AWS Health Event",
        account: "111122223333",
        detail: {
          eventArn: "arn:aws:health:eu-west-1::event/EC2/AWS_EC2_OPERATIONAL_ISSUE/1",
          service: "EC2",
          eventTypeCode: "AWS_EC2_OPERATIONAL_ISSUE",
          eventTypeCategory: "issue",
          statusCode: "open",
          lastUpdatedTime: updated,
          eventDescription: [{ language: "en_US", latestDescription: "Increased error rates" }],
          affectedEntities: entities.map((entityValue) => ({ entityValue })),
        },
      });
    page("i-0123456789abcdef0", "i-unknown");
    page("vol-1", "vol-2");
    await bed.drain();
    const { body } = await bed.as("ann").get("/alerts", { query: { ciId: ci.id } });
    expect(body.items).toMatchObject([{ source: "aws.health", state: "firing", occurrences: 2 }]);
    expect(body.items[0].ciIds.toSorted()).toEqual([ci.id, "i-unknown", "vol-1", "vol-2"].toSorted());
    const { body: incident } = await bed.as("ann").get(`/incidents/${body.items[0].incidentId}`);
    expect(incident.ciIds.toSorted()).toEqual(body.items[0].ciIds.toSorted());
  });

  test("an alert that gets worse opens, or raises, its incident; what is merged or cancelled loses no alert", async () => {
    const key = { resource: "worse" };
    const id = await report("firing", { ...key, severity: "info" });
    await bed.drain();
    expect(await incidentsOf(id)).toEqual([]);
    await report("firing", { ...key, severity: "warning" });
    await bed.drain();
    const [incident] = await incidentsOf(id);
    expect(incident).toMatchObject({ state: "new", impact: 3, urgency: 3 });
    await report("firing", { ...key, severity: "critical", ciIds: ["web-9"] });
    await bed.drain();
    expect(await incidentsOf(id)).toMatchObject([
      { id: incident.id, impact: 2, urgency: 1, ciIds: ["web-9"] },
    ]);
    const ann = bed.as("ann");
    const { body: other } = await ann.post("/incidents", { title: "The shop is down" });
    await ann.post(`/incidents/${incident.id}/merge`, { into: other.id });
    await ann.post(`/incidents/${other.id}/resolve`, { code: "fixed", text: "Restarted" });
    await report("recovered", key);
    await report("firing", key);
    await bed.drain();
    expect((await ann.get(`/incidents/${other.id}`)).body).toMatchObject({
      state: "in_progress",
      reopenCount: 1,
    });
    await ann.post(`/incidents/${other.id}/cancel`, { reason: "No incident" });
    await report("recovered", key);
    await report("firing", key);
    await bed.drain();
    const states = (await incidentsOf(id)).map(({ state }: { state: string }) => state);
    expect(states.toSorted()).toEqual(["cancelled", "new"]);
  });

  test("in the planned window of an approved change nobody is called, whoever starts it when; without it somebody is", async () => {
    const inMinutes = (minutes: number) => new Date(bed.clock.now() + minutes * 60_000).toISOString();
    const planned = { plannedStart: inMinutes(10), plannedEnd: inMinutes(90), ciIds: ["changed-ci"] };
    const { body: change } = await bed.as("ann").post("/changes", {
      ...planned,
      title: "New firmware",
      type: "emergency",
      justification: "It loses power supplies.",
      plans: { backout: "The old one" },
    });
    await bed.as("ann").post(`/changes/${change.id}/submit`, {});
    await bed.drain();
    expect((await bed.as("chad").get("/maintenance-windows")).body.items).not.toMatchObject([
      { changeId: change.id },
    ]);
    expect((await bed.as("chad").post(`/changes/${change.id}/approve`, {})).body.state).toBe("scheduled");
    await bed.drain();
    const [window] = (await bed.as("chad").get("/maintenance-windows")).body.items;
    expect(window).toMatchObject({
      changeId: change.id,
      state: "planned",
      from: planned.plannedStart,
      to: planned.plannedEnd,
      ciIds: planned.ciIds,
    });
    const key = { resource: "changed", ciIds: planned.ciIds };
    const early = await report("firing", { ...key, resource: "changed-early" });
    await bed.drain();
    expect(await incidentsOf(early)).toMatchObject([{ state: "new" }]);
    await pass(11);
    const id = await report("firing", key);
    await bed.drain();
    expect(await incidentsOf(id)).toEqual([]);
    await bed.as("ann").post(`/changes/${change.id}/cancel`, { reason: "Not needed" });
    await bed.drain();
    expect(await incidentsOf(id)).toMatchObject([{ state: "new" }]);
  });

  test("left nothing that was forbidden or given up", () => {
    expect(bed.denied()).toEqual([]);
    const dead = bed
      .stats()
      .queues.filter(({ name, visible }) => name.endsWith("dead-letters") && visible > 0);
    expect(dead).toEqual([]);
  });
});
