import { type Bed, startBed } from "../bed/start-bed.ts";

const minute = 60_000;
const hour = 60 * minute;
/** The schedule comes every minute; what has fallen is told by the second round at the latest. */
const rounds = 2 * minute;

const resolve = {
  metric: "resolve",
  target: { amount: 4, unit: "hours" },
  pauses: [{ state: ["on_hold"], holdReason: ["awaiting_caller"] }],
  stops: { state: ["resolved", "closed", "cancelled"] },
  points: [{ id: "half", at: { percent: 50 }, actions: [{ do: "notify", to: ["team"] }] }],
  onBreach: [{ do: "raise" }, { do: "reassign", teamId: "network" }],
};
const agreement = { name: "Mail", kind: "incident", where: { serviceId: ["mail"] }, metrics: [resolve] };
const between = {
  name: "Network within the house",
  kind: "incident",
  internal: true,
  where: { serviceId: ["mail"] },
  metrics: [{ ...resolve, metric: "handle", starts: { teamId: ["network"] }, points: [], onBreach: [] }],
};

describe("service levels", () => {
  let bed: Bed;
  let agreementId: string;
  beforeAll(async () => {
    bed = await startBed();
    agreementId = (await bed.as("ada").post("/agreements", agreement)).body.id;
    await bed.as("ada").post("/agreements", between);
    await bed.drain();
    await pass(2 * rounds);
  });
  afterAll(() => bed.stop());

  const pass = async (ms: number) => {
    bed.clock.moveTo(bed.clock.now() + ms);
    await bed.drain({ advance: false });
  };
  const open = async () =>
    (await bed.as("eve").post("/incidents", { title: "No mail", serviceId: "mail" })).body;
  const read = async (id: string) => (await bed.as("ann").get(`/incidents/${id}`)).body;
  const told = async (id: string) => {
    const { body } = await bed.as("ann").get(`/incidents/${id}/history`);
    // biome-ignore lint/suspicious/noExplicitAny: entries of the history as they are
    return body.items.filter(({ type }: any) => type.startsWith("ServiceLevel"));
  };
  const types = async (id: string) => (await told(id)).map(({ type }: { type: string }) => type);
  const later = (time: string, ms: number) => new Date(Date.parse(time) + ms).toISOString();

  test("an incident is warned of at half time, waits with its caller, and is resolved in time", async () => {
    const { id, openedAt, targetAt } = await open();
    expect(targetAt).toBe(later(openedAt, 4 * hour));
    await pass(2 * hour - rounds);
    expect(await types(id)).toEqual([]);
    await pass(2 * rounds);
    const [warning] = await told(id);
    expect(warning).toMatchObject({
      type: "ServiceLevelWarning",
      meta: { actor: { id: "service:incident" } },
      data: {
        serviceLevel: { agreementId, point: "half", passedAt: later(openedAt, 2 * hour), dueAt: targetAt },
      },
    });
    expect(Date.parse(warning.meta.occurredAt)).toBeLessThan(Date.parse(openedAt) + 2 * hour + 3 * rounds);

    await bed.as("ann").post(`/incidents/${id}/hold`, { reason: "awaiting_caller" });
    const held = await read(id);
    expect(held.targetAt).toBeUndefined();
    expect(held.serviceLevels[0]).toMatchObject({ metric: "resolve", state: "paused", breached: false });
    const { body: breaching } = await bed.as("ann").get("/incidents", { query: { breaching: "true" } });
    expect(breaching.items.map((one: { id: string }) => one.id)).not.toContain(id);
    await pass(48 * hour);
    expect(await types(id)).toEqual(["ServiceLevelWarning"]);

    await bed.as("eve").post(`/incidents/${id}/comments`, { text: "Still no mail" });
    const resumed = await read(id);
    expect(Date.parse(resumed.targetAt)).toBe(
      Date.parse(resumed.updatedAt) + held.serviceLevels[0].remainingMs,
    );
    await bed.as("ann").post(`/incidents/${id}/resolve`, { code: "advice", text: "Restarted" });
    const { serviceLevels } = await read(id);
    expect(serviceLevels[0]).toMatchObject({ state: "stopped", breached: false, dueAt: resumed.targetAt });
    await pass(10 * hour);
    expect(await types(id)).toEqual(["ServiceLevelWarning"]);

    const { body } = await bed.as("ann").get(`/incidents/${id}/service-levels`);
    expect(body.serviceLevels[0]).toMatchObject({
      agreementName: "Mail",
      usedMs: 4 * hour - body.serviceLevels[0].leftMs,
    });
    expect(
      body.serviceLevels[0].segments.map(({ kind, because }: { kind: string; because?: object }) => [
        kind,
        because,
      ]),
    ).toEqual([
      ["running", undefined],
      ["paused", { state: "on_hold", holdReason: "awaiting_caller" }],
      ["running", undefined],
      ["stopped", { state: "resolved" }],
    ]);
  });

  test("after a day without a timer each point and breach is told once, and its actions are done", async () => {
    const { id, openedAt } = await open();
    await pass(24 * hour);
    await pass(rounds);
    const [warning, breach, ...more] = await told(id);
    expect([warning.type, breach.type, more]).toEqual(["ServiceLevelWarning", "ServiceLevelBreached", []]);
    expect(breach.data.serviceLevel.passedAt).toBe(later(openedAt, 4 * hour));
    expect(await read(id)).toMatchObject({ urgency: 2, priority: 4, teamId: "network" });
  });

  test("agreements between teams are not for those whom the work is done for", async () => {
    const { id: incidentId } = await open();
    await bed.as("ann").post(`/incidents/${incidentId}/assign`, { teamId: "network" });
    const ends = { state: ["closed", "complete", "cancelled"] };
    for (const kind of ["change", "request"])
      for (const [metric, internal] of [
        ["resolve", false],
        ["handle", true],
      ] as const) {
        const metrics = [
          {
            metric,
            target: { amount: 4, unit: "hours" },
            stops: ends,
            onBreach: [kind === "change" ? { do: "raise" } : { do: "reassign", teamId: "network" }],
          },
        ];
        await bed.as("ada").post("/agreements", { name: metric, kind, internal, where: {}, metrics });
      }
    await bed.drain();
    await pass(2 * rounds);
    const { id: changeId } = (
      await bed.as("ann").post("/changes", { title: "New printer", type: "normal", requesterId: "eve" })
    ).body;
    const { id: categoryId } = (await bed.as("ada").post("/catalog-categories", { name: "Hardware" })).body;
    const { id: catalogItemId } = (
      await bed.as("ada").post("/catalog-items", {
        name: "Mouse",
        summary: "A mouse",
        categoryId,
        teamId: "desk",
        fulfilment: [{ kind: "manual", key: "bring", title: "Bring it" }],
      })
    ).body;
    await bed.as("ada").post(`/catalog-items/${catalogItemId}/publish`, {});
    const placed = await bed.as("eve").post("/requests", { lines: [{ catalogItemId }] });
    const [{ id: itemId }] = (
      await bed.as("ada").get("/request-items", { query: { requestId: placed.body.id } })
    ).body.items;
    await pass(5 * hour);
    await pass(rounds);

    expect((await bed.as("ann").get(`/request-items/${itemId}`)).body.teamId).toBe("network");
    const seen = async (who: "ann" | "eve", path: string) => {
      const [explained, record, history] = await Promise.all(
        ["/service-levels", "", "/history"].map(async (end) => (await bed.as(who).get(`${path}${end}`)).body),
      );
      // biome-ignore lint/suspicious/noExplicitAny: entries of the history as they are
      const breaches = history.items.flatMap(({ data }: any) => data.serviceLevel ?? []);
      return [explained.serviceLevels, explained.recorded, record.serviceLevels, breaches].map((levels) =>
        [...new Set(levels.map(({ metric }: { metric: string }) => metric))].toSorted(),
      );
    };
    for (const path of [`/incidents/${incidentId}`, `/changes/${changeId}`, `/request-items/${itemId}`]) {
      const all = ["handle", "resolve"];
      expect([path, await seen("ann", path)]).toEqual([
        path,
        [all, all, all, expect.arrayContaining(["resolve"])],
      ]);
      expect([path, await seen("eve", path)]).toEqual([path, [["resolve"], ["resolve"], ["resolve"], []]]);
    }
  });

  test("a changed agreement measures open incidents from their beginning; what is done stays as it was", async () => {
    const [running, done] = [await open(), await open()];
    await bed.as("ann").post(`/incidents/${done.id}/resolve`, { code: "advice", text: "Restarted" });
    const settled = (await read(done.id)).serviceLevels;
    const longer = { ...agreement, metrics: [{ ...resolve, target: { amount: 9, unit: "hours" } }] };
    const { body } = await bed.as("ada").get(`/agreements/${agreementId}`);
    await bed.as("ada").put(`/agreements/${agreementId}`, longer, { ifMatch: body.version });
    await bed.drain();
    await pass(2 * rounds);
    await pass(rounds);
    expect((await read(running.id)).targetAt).toBe(later(running.openedAt, 9 * hour));
    expect(await types(running.id)).toEqual(["ServiceLevelsChanged"]);
    expect((await read(done.id)).serviceLevels).toEqual(settled);
  });
});
