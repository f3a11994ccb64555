import { type Bed, startBed } from "../bed/start-bed.ts";

const minute = 60_000;

describe("what people get by requests", () => {
  let bed: Bed;
  let categoryId: string;
  const asta = async (path: string, body: unknown = {}) => (await bed.as("asta").post(path, body)).body;
  const offer = async (name: string, fields: object = {}): Promise<string> => {
    const body = { name, summary: name, categoryId, teamId: "desk", ...fields };
    const made = await bed.as("ada").post("/catalog-items", body);
    expect(made).toMatchObject({ status: 201 });
    await bed.as("ada").post(`/catalog-items/${made.body.id}/publish`, {});
    return made.body.id;
  };
  const get = async (path: string) => (await bed.as("ada").get(path)).body;
  type Placed = { readonly id: string; readonly items: readonly { readonly id: string }[] };
  /** The desk does whatever is open of a request, until nothing is. */
  const work = async (request: Placed): Promise<void> => {
    for (let round = 0; round < 12; round++) {
      await bed.drain();
      let done = 0;
      for (const { id } of request.items)
        for (const task of (await get(`/request-items/${id}`)).tasks)
          if (task.state === "open") {
            const did = await bed.as("ann").post(`/request-items/${id}/tasks/complete`, { taskId: task.id });
            expect(did.status).toBe(200);
            done++;
          }
      if (done === 0) return;
    }
  };

  beforeAll(async () => {
    bed = await startBed();
    const sales = { id: "sales", name: "Sales", leadId: "max", members: [{ personId: "emil" }] };
    await bed.as("ada").post("/teams", sales);
    categoryId = (await bed.as("ada").post("/catalog-categories", { name: "All" })).body.id;
    await bed.drain();
  });
  afterAll(() => bed.stop());

  test("a new starter gets eight things in one request, and gives all of them back on leaving", async () => {
    const { id: locationId } = await asta("/asset-locations", { name: "Office" });
    const { id: stockroomId } = await asta("/stockrooms", { name: "Cellar", locationId });
    const laptop = await asta("/asset-models", { name: "Laptop", kind: "hardware" });
    const screen = await asta("/asset-models", { name: "Screen", kind: "hardware" });
    for (const [model, serial] of [
      [laptop, "L1"],
      [screen, "S1"],
    ] as const)
      await asta("/assets/receive", { modelId: model.id, stockroomId, rows: [{ serial }] });
    const office = await asta("/asset-models", { name: "Office", kind: "software", metric: "user" });
    const hardware = (modelId: string) => ({
      standing: "asset",
      fulfilment: [
        { kind: "reserve_asset", key: "reserve", title: "Reserve", modelId },
        { kind: "hand_over_asset", key: "hand", title: "Hand over", after: ["reserve"] },
      ],
    });
    const access = { standing: "access" };
    const parts = {
      account: await offer("Account", access),
      mailbox: await offer("Mailbox", access),
      laptop: await offer("Laptop", hardware(laptop.id)),
      screen: await offer("Screen", hardware(screen.id)),
      office: await offer("Office", {
        standing: "software",
        fulfilment: [{ kind: "allocate_seat", key: "seat", title: "Seat", modelId: office.id }],
      }),
      vpn: await offer("VPN", access),
      badge: await offer("Badge", { standing: "other" }),
      crm: await offer("CRM", access),
    };
    const starter = await offer("New starter", {
      approvals: [{ name: "Manager", approvers: [{ kind: "manager" }] }],
      bundle: Object.entries(parts).map(([key, catalogItemId]) => ({
        key,
        catalogItemId,
        ...(key === "account" ? {} : { after: ["account"] }),
      })),
    });
    const ordered = await bed.as("eve").post("/requests", {
      requestedFor: "emil",
      lines: [{ catalogItemId: starter }],
    });
    expect(ordered).toMatchObject({ status: 201, body: { state: "awaiting_approval" } });
    const request: Placed = ordered.body;
    expect(request.items).toHaveLength(9);
    await bed.drain();
    await bed.as("max").post(`/requests/${request.id}/approve`, {});
    await work(request);
    expect((await get(`/requests/${request.id}`)).state).toBe("complete");
    const held = (await bed.as("emil").get("/standing-entitlements")).body.items;
    expect(held.map(({ name }: { name: string }) => name).toSorted()).toEqual([
      "Account",
      "Badge",
      "CRM",
      "Laptop",
      "Mailbox",
      "Office",
      "Screen",
      "VPN",
    ]);
    expect((await get("/assets?holderId=emil")).items ?? []).toHaveLength(2);

    const at = new Date(bed.clock.now() + 9000 * minute).toISOString();
    const soon = {
      name: "For Emil",
      at,
      order: { requestedFor: "emil", lines: [{ catalogItemId: parts.vpn }] },
    };
    const scheduleId = (await bed.as("nora").post("/request-schedules", soon)).body.id;
    const lastAt = new Date(bed.clock.now() + minute).toISOString();
    await bed.as("ada").post("/departures", { personId: "emil", kind: "leaves", lastAt });
    await bed.drain();
    const returning = (await get("/standing-entitlements?personId=emil&state=returning")).items;
    const over = (await get("/standing-entitlements?personId=emil&state=ended")).items;
    expect(returning.length + over.length).toBe(8);
    const { items: own } = await get("/requests?personId=emil");
    const back = own.find(({ origin }: { origin?: { kind: string } }) => origin?.kind === "departure");
    await work(back);
    for (const { id } of (await get("/assets?holderId=emil")).items)
      expect((await bed.as("asta").post(`/assets/${id}/check-in`, { stockroomId })).status).toBe(200);
    await bed.drain();
    expect((await get(`/requests/${back.id}`)).state).toBe("complete");
    expect((await get("/standing-entitlements?personId=emil&state=ended")).items).toHaveLength(8);
    expect((await get(`/licence-positions/${office.id}.LIC`)).allocated).toBe(0);
    bed.clock.moveTo(bed.clock.now() + 10 * minute);
    await bed.drain();
    expect((await bed.as("nora").get(`/request-schedules/${scheduleId}`)).body.state).toBe("retired");
  });

  test("they are asked how it was, once, and a low score waits for somebody to follow up", async () => {
    const badge = await offer("Badge", { serviceId: "doors" });
    const chair = await offer("Chair", { serviceId: "rooms", teamId: "network" });
    const lines = [{ catalogItemId: badge }, { catalogItemId: chair }];
    const { body } = await bed.as("eve").post("/requests", { lines });
    // Each team does its own.
    const done = await bed
      .as("nora")
      .post(`/request-items/${body.items[1].id}/tasks/complete`, { taskId: "1" });
    expect(done.status).toBe(200);
    await work(body);
    const surveys = await bed.as("eve").get("/satisfaction-surveys", { query: { personId: "eve" } });
    const [{ id }] = surveys.body.items;
    expect(id).toBe(`CSA-${body.id}`);
    expect((await bed.as("emil").post(`/satisfaction-surveys/${id}/answer`, { score: 5 })).status).toBe(404);
    const answer = { score: 1, comment: "Three weeks" };
    const answered = await bed.as("eve").post(`/satisfaction-surveys/${id}/answer`, answer);
    expect(answered.body).toMatchObject({
      ...{ state: "low", score: 1, ownerTeamId: "desk", dueAt: expect.any(String) },
    });
    expect((await bed.as("eve").post(`/satisfaction-surveys/${id}/answer`, { score: 5 })).status).toBe(409);
    await bed.drain();
    expect((await get("/satisfaction-surveys?state=low")).items).toMatchObject([{ id }]);
    const month = new Date(bed.clock.now()).toISOString().slice(0, 7);
    for (const [by, of] of [
      ["serviceId", "doors"],
      ["teamId", "desk"],
      ["catalogItemId", badge],
      ["serviceId", "rooms"],
      ["teamId", "network"],
    ])
      expect(await get(`/satisfaction-scores?${by}=${of}&from=${month}&to=${month}`)).toMatchObject({
        count: 1,
        average: 1,
        satisfiedPercent: 0,
      });
    const followedUp = await bed.as("ann").get("/satisfaction-surveys", { query: { ownerTeamId: "desk" } });
    expect(followedUp.body.items).toMatchObject([{ id, actions: ["assign", "follow_up"] }]);
    const text = "Called, and ordered another printer";
    expect((await bed.as("eve").post(`/satisfaction-surveys/${id}/follow-up`, { text })).status).toBe(422);
    expect((await bed.as("ann").post(`/satisfaction-surveys/${id}/follow-up`, { text })).body.state).toBe(
      "followed_up",
    );
  });

  test("an incident becomes a request, a request an incident, and each knows of the other", async () => {
    await bed.as("ada").post("/teams", { id: "desk", name: "Desk" });
    await bed.drain();
    const report = { title: "I need a bigger screen", teamId: "desk" };
    const { id: incidentId } = (await bed.as("ann").post("/incidents", { ...report, callerId: "eve" })).body;
    expect((await bed.as("ann").post(`/incidents/${incidentId}/convert`, { to: "request" })).status).toBe(
      200,
    );
    await bed.drain();
    const [{ target: requestId }] = (await bed.as("ann").get(`/incidents/${incidentId}`)).body.links;
    expect((await bed.as("eve").get(`/requests/${requestId}`)).body).toMatchObject({
      requestedFor: "eve",
      origin: { kind: "incident", id: incidentId },
      items: [{ name: report.title, state: "in_fulfilment" }],
    });
    const rules = [{ name: "Whatever comes", where: {}, teamId: "desk" }];
    await bed.as("ada").put("/incident-assignment-rules", { rules }, { ifMatch: 0 });
    expect((await bed.as("ann").post(`/requests/${requestId}/convert`, { to: "incident" })).status).toBe(200);
    await bed.drain();
    const { items } = (await bed.as("ann").get("/incidents", { query: { callerId: "eve" } })).body;
    const [other] = items.filter(({ id }: { id: string }) => id !== incidentId);
    expect((await bed.as("ann").get(`/incidents/${other.id}`)).body).toMatchObject({
      links: [{ type: "related", target: requestId }],
      teamId: "desk",
    });
    expect((await bed.as("ann").get(`/requests/${requestId}`)).body).toMatchObject({
      origin: { kind: "incident", id: incidentId },
      links: [{ kind: "incident", id: other.id }],
    });
  });

  test("what comes again is ordered again, in the name of who said so", async () => {
    const toner = await offer("Toner");
    const start = new Date(bed.clock.now() + 5 * minute).toISOString().slice(0, 16);
    const recurrence = { rule: "FREQ=DAILY", start, timeZone: "UTC", durationMinutes: 1 };
    const body = { name: "Toner", recurrence, order: { lines: [{ catalogItemId: toner }] } };
    const { id } = (await bed.as("nora").post("/request-schedules", body)).body;
    expect((await bed.as("eve").get(`/request-schedules/${id}`)).status).toBe(404);
    const count = async () => (await get("/requests?personId=nora")).items.length;
    bed.clock.moveTo(bed.clock.now() + 7 * minute);
    await bed.drain();
    expect(await count()).toBe(1);
    bed.clock.moveTo(bed.clock.now() + 24 * 60 * minute);
    await bed.drain();
    expect(await count()).toBe(2);
    await bed.as("ada").post(`/catalog-items/${toner}/retire`, {});
    bed.clock.moveTo(bed.clock.now() + 24 * 60 * minute);
    await bed.drain();
    expect(await count()).toBe(2);
    expect((await bed.as("nora").get(`/request-schedules/${id}`)).body.failure).toContain(toner);
  });
});
