import { type Bed, startBed } from "../bed/start-bed.ts";

const laptop = (categoryId: string, more: object = {}) => ({
  name: "Laptop",
  summary: "A laptop with all that is on it",
  categoryId,
  price: { amount: 120_000, currency: "EUR" },
  deliveryDays: 5,
  teamId: "desk",
  form: {
    sections: [
      {
        key: "what",
        title: "What do you need?",
        fields: [
          {
            key: "size",
            label: "Size",
            type: "choice",
            required: true,
            choices: [
              { value: "small", label: "13 inches" },
              { value: "large", label: "16 inches", price: 30_000 },
            ],
          },
          { key: "why", label: "Why so large?", type: "text", when: { field: "size", is: ["large"] } },
        ],
      },
    ],
  },
  approvals: [{ name: "Manager", approvers: [{ kind: "manager" }] }],
  fulfilment: [
    { kind: "manual", key: "build", title: "Install" },
    { kind: "manual", key: "hand", title: "Hand over", after: ["build"] },
  ],
  ...more,
});

describe("a service request", () => {
  let bed: Bed;
  let categoryId: string;
  beforeAll(async () => {
    bed = await startBed();
    await bed.as("ada").post("/teams", {
      id: "sales",
      name: "Sales",
      leadId: "max",
      members: [{ personId: "emil" }, { personId: "eve" }],
    });
    await bed.drain();
    categoryId = (await bed.as("ada").post("/catalog-categories", { name: "Hardware" })).body.id;
  });
  afterAll(() => bed.stop());

  const offer = async (fields: object): Promise<string> => {
    const made = await bed.as("ada").post("/catalog-items", fields);
    expect(made).toMatchObject({ status: 201 });
    expect(await bed.as("ada").post(`/catalog-items/${made.body.id}/publish`, {})).toMatchObject({
      status: 200,
    });
    return made.body.id;
  };
  const itemsOf = async (requestId: string) =>
    (await bed.as("ada").get("/request-items", { query: { requestId } })).body.items;
  const work = (id: string, verb: string, taskId: string, more: object = {}) =>
    bed.as("ann").post(`/request-items/${id}/tasks/${verb}`, { taskId, ...more });

  test("for a colleague is approved by their manager, done task by task, and then complete", async () => {
    const catalogItemId = await offer(laptop(categoryId));
    const lines = [{ catalogItemId, answers: { size: "large", why: "Maps" } }];
    const checked = await bed
      .as("eve")
      .post(`/catalog-items/${catalogItemId}/check`, { answers: lines[0]?.answers, requestedFor: "emil" });
    expect(checked.body).toMatchObject({
      isValid: true,
      price: { amount: 150_000 },
      approvals: [{ step: "Manager", who: ["max"] }],
    });
    const placed = await bed.as("eve").post("/requests", { requestedFor: "emil", lines });
    expect(placed).toMatchObject({
      status: 201,
      body: { state: "awaiting_approval", requesterId: "eve", requestedFor: "emil" },
    });
    const { id } = placed.body;
    const [item] = await itemsOf(id);
    expect((await bed.as("max").get("/request-items", { query: { approverId: "max" } })).body.items).toEqual([
      expect.objectContaining({ id: item.id, state: "awaiting_approval" }),
    ]);
    expect((await bed.as("pia").get(`/requests/${id}`)).status).toBe(404);
    expect((await bed.as("pia").get(`/request-items/${item.id}`)).status).toBe(404);
    const early = await work(item.id, "complete", `SCTASK${item.id.slice(4)}-1`);
    expect(early.body.code).toBe("illegal_transition");
    const approved = await bed.as("max").post(`/requests/${id}/approve`, { comment: "Yes" });
    expect(approved.body).toMatchObject({ state: "in_fulfilment" });
    const [first, second] = (await bed.as("ann").get(`/request-items/${item.id}`)).body.tasks;
    expect([first.state, second.state]).toEqual(["open", "waiting"]);
    expect((await work(item.id, "start", second.id)).body.code).toBe("illegal_transition");
    expect(
      (await bed.as("ann").get("/request-items", { query: { teamId: "desk" } })).body.items,
    ).toHaveLength(1);
    // Who fulfils it finds it by its request, too; who has nothing to do with it does not.
    const ofRequest = { query: { requestId: id } };
    expect(await bed.as("ann").get("/request-items", ofRequest)).toMatchObject({
      status: 200,
      body: { items: [{ id: item.id }] },
    });
    expect((await bed.as("pia").get("/request-items", ofRequest)).body.items).toEqual([]);
    await work(item.id, "complete", first.id);
    const done = await work(item.id, "complete", second.id);
    expect(done.body).toMatchObject({ state: "complete" });
    expect((await bed.as("emil").get(`/requests/${id}`)).body).toMatchObject({
      state: "complete",
      items: [{ state: "complete" }],
    });
    expect((await bed.as("ann").get("/request-items", { query: { teamId: "desk" } })).body.items).toEqual([]);
  });

  test("for somebody who may not have the item is refused, and nothing is written", async () => {
    const only = { audience: { teamIds: ["sales"] } };
    const catalogItemId = await offer(laptop(categoryId, only));
    const stored = async () =>
      JSON.stringify(
        [...(await bed.stored())].map(
          ([, all]) => all.filter(({ pk }) => !/^(COUNTER|RATE)/.test(pk)).length,
        ),
      );
    // What the item's events lead to is done before.
    await bed.drain({ advance: false });
    const before = await stored();
    const lines = [{ catalogItemId, answers: { size: "small" } }];
    const refused = await bed.as("ann").post("/requests", { requestedFor: "kim", lines });
    expect(refused).toMatchObject({ status: 422, body: { code: "rule_violation" } });
    expect((await bed.as("kim").post("/requests", { lines })).status).toBe(400);
    expect(await stored()).toBe(before);
    const others = (await bed.as("kim").get("/catalog-items")).body.items.map(({ id }: { id: string }) => id);
    expect(others).not.toContain(catalogItemId);
  });

  test("waits for who stands in, too, while its approver is away", async () => {
    const catalogItemId = await offer(laptop(categoryId));
    const lines = [{ catalogItemId, answers: { size: "small" } }];
    const before = (await bed.as("emil").post("/requests", { lines })).body;
    const at = (hours: number) => new Date(bed.clock.now() + hours * 3_600_000).toISOString();
    const away = { toId: "kim", from: at(0), until: at(48) };
    expect((await bed.as("max").post("/approval-delegations", away)).status).toBe(201);
    await bed.drain();
    const after = (await bed.as("emil").post("/requests", { lines })).body;
    await bed.drain();
    const waiting = (await bed.as("kim").get("/request-items", { query: { approverId: "kim" } })).body.items;
    expect(waiting.map(({ requestId }: { requestId: string }) => requestId)).toEqual([before.id, after.id]);
    expect((await bed.as("kim").post(`/requests/${after.id}/approve`, {})).body.state).toBe("in_fulfilment");
  });

  test("of which somebody thinks again is cancelled before and after its approval", async () => {
    const catalogItemId = await offer(laptop(categoryId));
    const lines = [{ catalogItemId, answers: { size: "small" } }];
    const order = async () => (await bed.as("emil").post("/requests", { lines })).body.id;
    const first = await order();
    expect((await bed.as("emil").post(`/requests/${first}/cancel`, { reason: "No" })).body.state).toBe(
      "cancelled",
    );
    const second = await order();
    await bed.as("max").post(`/requests/${second}/approve`, {});
    expect((await bed.as("eve").post(`/requests/${second}/cancel`, { reason: "No" })).status).toBe(404);
    expect((await bed.as("emil").post(`/requests/${second}/cancel`, { reason: "No" })).body.state).toBe(
      "cancelled",
    );
    expect((await itemsOf(second))[0].state).toBe("cancelled");
  });

  test("begins as a draft that is kept as one types, and only its owner sees", async () => {
    const catalogItemId = await offer(laptop(categoryId));
    const begun = await bed.as("eve").post("/request-drafts", { lines: [{ catalogItemId }] });
    expect(begun).toMatchObject({ status: 201, body: { state: "open" } });
    const path = `/request-drafts/${begun.body.id}`;
    expect((await bed.as("emil").get(path)).status).toBe(404);
    const half = await bed.as("eve").post(`${path}/order`, {});
    expect(half).toMatchObject({ status: 400, body: { code: "invalid_input" } });
    const whole = { lines: [{ catalogItemId, answers: { size: "small" } }] };
    expect((await bed.as("eve").put(path, whole, { ifMatch: begun.body.version })).status).toBe(200);
    const ordered = await bed.as("eve").post(`${path}/order`, {});
    expect(ordered).toMatchObject({
      status: 201,
      body: { state: "awaiting_approval", draftId: begun.body.id },
    });
    expect((await bed.as("eve").get(path)).body).toMatchObject({
      state: "ordered",
      requestId: ordered.body.id,
    });
  });

  test("of a bundle brings its parts, each after what it comes after, under the bundle's approval", async () => {
    const plain = laptop(categoryId, { approvals: [], form: { sections: [] }, fulfilment: [] });
    const account = await offer({ ...plain, name: "Account" });
    const mailbox = await offer({ ...plain, name: "Mailbox" });
    const starter = await offer({
      ...laptop(categoryId, { form: { sections: [] }, fulfilment: [] }),
      name: "New starter",
      bundle: [
        { key: "account", catalogItemId: account },
        { key: "mailbox", catalogItemId: mailbox, after: ["account"] },
      ],
    });
    const { id } = (await bed.as("emil").post("/requests", { lines: [{ catalogItemId: starter }] })).body;
    const states = async () => (await itemsOf(id)).map(({ state }: { state: string }) => state);
    expect(await states()).toEqual(["awaiting_approval", "awaiting_approval", "awaiting_approval"]);
    await bed.as("max").post(`/requests/${id}/approve`, {});
    const [own, first, second] = await itemsOf(id);
    const openTask = async (itemId: string) =>
      (await bed.as("ann").get(`/request-items/${itemId}`)).body.tasks[0];
    expect((await openTask(first.id)).state).toBe("open");
    expect((await openTask(second.id)).state).toBe("waiting");
    await work(first.id, "complete", (await openTask(first.id)).id);
    expect((await openTask(second.id)).state).toBe("open");
    await work(second.id, "skip", (await openTask(second.id)).id, { outcome: "Has one" });
    await work(own.id, "fail", (await openTask(own.id)).id, { outcome: "Nobody there" });
    expect(await states()).toEqual(["incomplete", "complete", "skipped"]);
    expect((await bed.as("emil").get(`/requests/${id}`)).body.state).toBe("incomplete");
  });
});
