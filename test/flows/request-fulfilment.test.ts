import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { signatureOf } from "../../services/request/call-out.ts";
import { type Bed, startBed } from "../bed/start-bed.ts";

const minute = 60_000;

type Call = { readonly body: string; readonly signature: string };

/** Somebody's own automation: it answers what it is told to, one call after the other. */
const automation = async (answers: readonly number[]) => {
  const calls: Call[] = [];
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      const status = answers[calls.length] ?? 200;
      calls.push({ body, signature: String(request.headers["x-signature"]) });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify({ text: "Group joined" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { calls, url: `http://127.0.0.1:${port}/access`, stop: () => server.close() };
};

describe("the fulfilment of a request", () => {
  let bed: Bed;
  let categoryId: string;
  let stockroomId: string;
  const asta = async (path: string, body: unknown = {}) => (await bed.as("asta").post(path, body)).body;
  const offer = async (name: string, fields: object = {}): Promise<string> => {
    const made = await bed
      .as("ada")
      .post("/catalog-items", { name, summary: name, categoryId, teamId: "desk", ...fields });
    expect(made).toMatchObject({ status: 201 });
    await bed.as("ada").post(`/catalog-items/${made.body.id}/publish`, {});
    return made.body.id;
  };
  const order = async (catalogItemId: string, more: object = {}) => {
    const placed = await bed
      .as("eve")
      .post("/requests", { lines: [{ catalogItemId, ...more }], requestedFor: "emil" });
    expect(placed).toMatchObject({ status: 201 });
    return placed.body;
  };
  const itemOf = async (request: { items: { id: string }[] }, at = 0) =>
    (await bed.as("ada").get(`/request-items/${request.items[at]?.id}`)).body;
  const tasksOf = async (request: { items: { id: string }[] }, at = 0) =>
    (await itemOf(request, at)).tasks.map(({ state }: { state: string }) => state);

  beforeAll(async () => {
    bed = await startBed();
    await bed
      .as("ada")
      .post("/teams", { id: "sales", name: "Sales", leadId: "max", members: [{ personId: "emil" }] });
    categoryId = (await bed.as("ada").post("/catalog-categories", { name: "All" })).body.id;
    const location = await asta("/asset-locations", { name: "Office" });
    stockroomId = (await asta("/stockrooms", { name: "Cellar", locationId: location.id })).id;
    await bed.drain();
  });
  afterAll(() => bed.stop());

  test("of a laptop reserves one from stock, and is over when its holder has accepted it", async () => {
    const model = await asta("/asset-models", {
      name: "Laptop",
      kind: "hardware",
      acceptance: "I keep it locked",
    });
    await asta("/assets/receive", { modelId: model.id, stockroomId, rows: [{ serial: "L1" }] });
    const laptop = await offer("Laptop", {
      approvals: [{ name: "Manager", approvers: [{ kind: "manager" }] }],
      fulfilment: [
        { kind: "reserve_asset", key: "reserve", title: "Reserve", modelId: model.id },
        { kind: "manual", key: "build", title: "Install", after: ["reserve"] },
        { kind: "hand_over_asset", key: "hand", title: "Hand over", after: ["build"] },
      ],
    });
    const request = await order(laptop);
    await bed.drain();
    expect(await tasksOf(request)).toEqual(["waiting", "waiting", "waiting"]);
    await bed.as("max").post(`/requests/${request.id}/approve`, {});
    await bed.drain();
    expect(await tasksOf(request)).toEqual(["complete", "open", "waiting"]);
    const { id, tasks } = await itemOf(request);
    const assetId = tasks[0].recordId;
    expect((await bed.as("asta").get(`/assets/${assetId}`)).body.reservations).toMatchObject([
      { personId: "emil" },
    ]);
    await bed.as("ann").post(`/request-items/${id}/tasks/complete`, { taskId: "2" });
    await bed.drain();
    expect((await bed.as("asta").get(`/assets/${assetId}`)).body).toMatchObject({
      state: "in_use",
      holderId: "emil",
    });
    expect(await tasksOf(request)).toEqual(["complete", "complete", "in_progress"]);
    await bed.as("emil").post(`/assets/${assetId}/accept`, { signature: "Emil" });
    await bed.drain();
    expect((await bed.as("emil").get(`/requests/${request.id}`)).body.state).toBe("complete");
    // There was one: the next is for people, and what was reserved for a request that is cancelled is free again.
    const second = await order(laptop);
    await bed.as("max").post(`/requests/${second.id}/approve`, {});
    await bed.drain();
    expect((await itemOf(second)).tasks[0]).toMatchObject({
      state: "open",
      failure: "None of them is in stock",
    });
    await asta("/assets/receive", { modelId: model.id, stockroomId, rows: [{ serial: "L2" }] });
    await bed.drain();
    const again = await bed
      .as("ann")
      .post(`/request-items/${second.items[0].id}/tasks/retry`, { taskId: "1" });
    expect(again.status).toBe(200);
    await bed.drain();
    const reserved = (await itemOf(second)).tasks[0];
    expect(reserved).toMatchObject({ state: "complete", attempt: 2 });
    await bed.as("ann").post(`/requests/${second.id}/cancel`, { reason: "No" });
    await bed.drain();
    expect((await bed.as("asta").get(`/assets/${reserved.recordId}`)).body.reservations).toEqual([]);
  });

  test("of software gives a seat, and the licence position moves", async () => {
    const model = await asta("/asset-models", { name: "Office", kind: "software", metric: "user" });
    await asta("/entitlements", { modelId: model.id, quantity: 5 });
    const other = await asta("/asset-models", { name: "Drawing", kind: "software", metric: "user" });
    const request = await order(
      await offer("Office", {
        fulfilment: [{ kind: "allocate_seat", key: "seat", title: "Give a seat", modelId: model.id }],
      }),
    );
    const unwanted = await order(
      await offer("Office and a course", {
        fulfilment: [
          { kind: "allocate_seat", key: "seat", title: "Give a seat", modelId: other.id },
          { kind: "manual", key: "course", title: "Course", after: ["seat"] },
        ],
      }),
    );
    await bed.drain();
    expect((await itemOf(request)).state).toBe("complete");
    const { body } = await bed.as("asta").get(`/licence-positions/${model.id}.LIC`);
    expect(body).toMatchObject({ entitled: 5, allocated: 1 });
    const allocated = async () =>
      (await bed.as("asta").get(`/licence-positions/${other.id}.LIC`)).body.allocated;
    expect(await allocated()).toBe(1);
    await bed.as("ann").post(`/requests/${unwanted.id}/cancel`, { reason: "No" });
    await bed.drain();
    expect(await allocated()).toBe(0);
  });

  test("of access calls the customer's automation, signed, again when it fails, and gives up to people", async () => {
    const { calls, url, stop } = await automation([503, 500, 200, 403]);
    const access = await offer("Access", {
      form: {
        sections: [{ key: "s", title: "S", fields: [{ key: "group", label: "Group", type: "text" }] }],
      },
      fulfilment: [{ kind: "call", key: "join", title: "Join the group", url, values: ["group"] }],
    });
    const request = await order(access, { answers: { group: "crm" } });
    await bed.drain();
    for (const wait of [2, 6]) {
      expect((await itemOf(request)).tasks[0]).toMatchObject({ state: "in_progress" });
      bed.clock.moveTo(bed.clock.now() + wait * minute);
      await bed.drain();
    }
    expect((await itemOf(request)).tasks[0]).toMatchObject({
      state: "complete",
      attempt: 3,
      outcome: "Group joined",
    });
    const { key } = (await bed.as("ada").get("/request-call-key")).body;
    expect(calls).toHaveLength(3);
    expect(calls.map(({ body }) => JSON.parse(body).step)).toMatchObject(
      [1, 2, 3].map((n) => ({
        errandId: `${(request.items[0].id as string).replace("RITM", "SCTASK")}-1.${n}`,
        values: { group: "crm" },
      })),
    );
    for (const { body, signature } of calls) expect(signature).toBe(signatureOf(body, key));
    const refused = await order(access, { answers: { group: "crm" } });
    await bed.drain();
    expect((await itemOf(refused)).tasks[0]).toMatchObject({
      state: "open",
      failure: "The automation answered 403",
    });
    stop();
  });

  test("that takes longer than it should is told of, and what does itself is given to people", async () => {
    const stuck = await offer("Slow", {
      fulfilment: [{ kind: "event", key: "wait", title: "Wait", name: "slow", hours: 1 }],
    });
    const request = await order(stuck);
    await bed.drain();
    expect(await tasksOf(request)).toEqual(["in_progress"]);
    bed.clock.moveTo(bed.clock.now() + 62 * minute);
    await bed.drain();
    expect((await itemOf(request)).tasks[0]).toMatchObject({
      ...{ state: "open", stuckSince: expect.any(String), escalated: { teamId: "service-desk" } },
    });
  });

  test("raises a standard change, and goes on when that is done", async () => {
    const template = {
      name: "Open a port",
      fields: {
        title: "Open a port",
        plans: { implementation: "a", test: "b", backout: "c", communication: "d" },
      },
      locked: [],
    };
    const { id: templateId } = (await bed.as("nora").post("/change-templates", template)).body;
    await bed.as("nora").post(`/change-templates/${templateId}/propose`, {});
    await bed.as("chad").post(`/change-templates/${templateId}/approve`, {});
    const port = await offer("Port", {
      fulfilment: [
        { kind: "open_change", key: "change", title: "Open a port", templateId },
        { kind: "manual", key: "tell", title: "Tell them", after: ["change"] },
      ],
    });
    const unwanted = await order(port);
    const request = await order(port);
    await bed.drain();
    const given = (await itemOf(unwanted)).tasks[0].recordId;
    await bed.as("ann").post(`/requests/${unwanted.id}/cancel`, { reason: "No" });
    await bed.drain();
    expect((await bed.as("nora").get(`/changes/${given}`)).body.state).toBe("cancelled");
    const [{ recordId }] = (await itemOf(request)).tasks;
    expect(recordId).toMatch(/^CHG/);
    const change = (await bed.as("nora").get(`/changes/${recordId}`)).body;
    const from = (hours: number) => new Date(bed.clock.now() + hours * 60 * minute).toISOString();
    const planned = { plannedStart: from(-1), plannedEnd: from(3) };
    await bed.as("nora").patch(`/changes/${recordId}`, planned, { ifMatch: change.version });
    for (const [verb, body] of [
      ["submit", {}],
      ["start", {}],
      ["complete", { outcome: "successful" }],
    ] as const)
      expect(await bed.as("nora").post(`/changes/${recordId}/${verb}`, body)).toMatchObject({ status: 200 });
    await bed.drain();
    expect(await tasksOf(request)).toEqual(["complete", "open"]);
  });
});
