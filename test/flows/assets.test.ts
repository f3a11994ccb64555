import { type Bed, startBed } from "../bed/start-bed.ts";

describe("assets from purchase to retirement", () => {
  let bed: Bed;
  let modelId: string;
  let stockroomId: string;
  let locationId: string;
  beforeAll(async () => {
    bed = await startBed();
    const as = bed.as("asta");
    modelId = (
      await as.post("/asset-models", { name: "Laptop 14", kind: "hardware", acceptance: "I lock it." })
    ).body.id;
    stockroomId = (await as.post("/stockrooms", { name: "Cellar" })).body.id;
    locationId = (await as.post("/asset-locations", { name: "Oslo" })).body.id;
  });
  afterAll(() => bed.stop());

  const stock = async () => (await bed.as("ann").get(`/stock/${stockroomId}.${modelId}`)).body;
  const receive = async (rows: readonly object[]) =>
    (await bed.as("asta").post("/assets/receive", { modelId, stockroomId, rows })).body.results;
  const events = (type: string) => bed.stats().events.filter((event) => event.type === type).length;

  it("a delivery is received row by row, and what is low is told once", async () => {
    const results = await receive([
      { serial: "S-1", tag: "N1" },
      { serial: "S-2" },
      { serial: "s-1" },
      { serial: "S-3", tag: "N1" },
    ]);
    expect(results.map(({ ok, code }: { ok: boolean; code?: string }) => code ?? ok)).toEqual([
      true,
      true,
      "already_exists",
      "already_exists",
    ]);
    await bed.drain();
    expect(await stock()).toMatchObject({ onHand: 2, available: 2, isLow: false });
    const rule = { minimum: 2, reorderQuantity: 10 };
    const path = `/stock/${stockroomId}.${modelId}`;
    await bed.as("asta").put(path, rule, { ifMatch: (await stock()).version });
    const [{ id }] = results;
    await bed.as("ann").post(`/assets/${id}/check-out`, { holderId: "eve", locationId });
    await bed.drain();
    expect(await stock()).toMatchObject({ onHand: 1, available: 1, isLow: true });
    expect(events("StockLow.v1")).toBe(1);
    const { body } = await bed.as("asta").get("/stock");
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([`${stockroomId}.${modelId}`]);
  });

  it("of twelve people who are given the same asset at once exactly one gets it", async () => {
    const [{ id }] = await receive([{ serial: "race" }]);
    const people = Array.from({ length: 12 }, (_, at) => `person-${at}`);
    const answers = await Promise.all(
      people.map((holderId) => bed.as("ann").post(`/assets/${id}/check-out`, { holderId })),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(11);
    const { body } = await bed.as("ann").get(`/assets/${id}`);
    expect(body.holderId).toBe(won[0]?.body.holderId);
  });

  it("its holder sees it, confirms it, and is not shown what it cost or who had it", async () => {
    const { body } = await bed.as("eve").get("/assets", { query: { holderId: "eve" } });
    const [{ id }] = body.items;
    const version = (await bed.as("asta").get(`/assets/${id}`)).body.version;
    const purchase = { amount: 120_000, currency: "EUR" };
    await bed.as("asta").patch(`/assets/${id}`, { purchase }, { ifMatch: version });
    const signed = await bed.as("eve").post(`/assets/${id}/accept`, { signature: "Eve" });
    expect(signed.body).toMatchObject({ acceptance: { asks: "I lock it.", answer: "accepted" } });
    expect(signed.body.purchase).toBeUndefined();
    expect((await bed.as("ann").get(`/assets/${id}`)).body.purchase).toBeUndefined();
    expect((await bed.as("asta").get(`/assets/${id}`)).body.purchase).toEqual(purchase);
    expect((await bed.as("emil").get(`/assets/${id}`)).status).toBe(404);
    expect((await bed.as("eve").get(`/assets/${id}/history`)).status).toBe(403);
  });

  it("a transfer is counted nowhere on its way, and an end needs evidence", async () => {
    const [{ id }] = await receive([{ tag: "N7" }]);
    const other = (await bed.as("asta").post("/stockrooms", { name: "Attic" })).body.id;
    const asta = bed.as("asta");
    await bed.drain();
    const before = (await stock()).onHand;
    await asta.post(`/assets/${id}/send`, { stockroomId: other });
    await bed.drain();
    expect((await stock()).onHand).toBe(before - 1);
    expect((await asta.post(`/stockrooms/${other}/retire`)).status).toBe(422);
    await asta.post(`/assets/${id}/stock`, { stockroomId: other, substate: "defective" });
    await bed.drain();
    const there = (await asta.get(`/stock/${other}.${modelId}`)).body;
    expect(there).toMatchObject({ onHand: 1, available: 0 });
    await asta.post(`/assets/${id}/retire`, {});
    const gone = { how: "donated", certificate: "C-1", wiped: "wiped" };
    expect((await asta.post(`/assets/${id}/dispose`, gone)).status).toBe(422);
    const left = await asta.post(`/assets/${id}/dispose`, { ...gone, wipeEvidence: "W-1" });
    expect(left.body).toMatchObject({ state: "retired", substate: "donated" });
    const found = (await bed.as("ann").get("/assets", { query: { tag: "n7" } })).body.items;
    expect(found.map((each: { id: string }) => each.id)).toEqual([id]);
  });
});
