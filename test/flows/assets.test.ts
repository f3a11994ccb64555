import { type Bed, startBed } from "../bed/start-bed.ts";

const day = 24 * 3_600_000;

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

  it("of consumables that eight people move at once no more go than there are, and none is lost", async () => {
    const asta = bed.as("asta");
    const cable = (await asta.post("/asset-models", { name: "Cable", kind: "consumable" })).body.id;
    const toStockroomId = (await asta.post("/stockrooms", { name: "Shelf" })).body.id;
    const path = `/stock/${stockroomId}.${cable}`;
    await asta.post(`${path}/receive`, { quantity: 10 });
    const body = { toStockroomId, quantity: 3 };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => bed.as("ann").post(`${path}/transfer`, body)),
    );
    const went = answers.filter(({ status }) => status === 200).length;
    expect(answers.every(({ status }) => [200, 409, 422].includes(status))).toBe(true);
    expect(went).toBeGreaterThan(0);
    const counts = async (room: string) => (await asta.get(`/stock/${room}.${cable}`)).body.onHand;
    expect([await counts(stockroomId), await counts(toStockroomId)]).toEqual([10 - 3 * went, 3 * went]);
    const same = await asta.post(`${path}/transfer`, { toStockroomId: stockroomId, quantity: 1 });
    expect(same.status).toBe(422);
  });

  it("a contract is found by each of the assets that it covers, and by none that it covers no more", async () => {
    const asta = bed.as("asta");
    const received = await receive([{}, {}, {}]);
    // Rows are received several at a time; what does not divide falls to the first by number.
    const assetIds: string[] = received.map(({ id }: { id: string }) => id).toSorted();
    const cost = { amount: 301, currency: "EUR" };
    const terms = {
      name: "Lease",
      kind: "lease",
      startsOn: "2026-01-01",
      endsOn: "2099-12-31",
      billed: "once",
    };
    const contract = (await asta.post("/contracts", { ...terms, cost, assetIds })).body;
    await bed.drain();
    const covering = async (assetId = "") =>
      (await asta.get("/contracts", { query: { assetId } })).body.items.map(({ id }: { id: string }) => id);
    expect([await covering(assetIds[0]), await covering(assetIds.at(-1))]).toEqual([
      [contract.id],
      [contract.id],
    ]);
    const value = (await asta.get(`/assets/${assetIds[0]}/value`)).body;
    expect(value.contracts).toMatchObject([{ id: contract.id, share: 101 }]);
    const { version } = contract;
    const fewer = { ...terms, cost, assetIds: assetIds.slice(1) };
    await asta.put(`/contracts/${contract.id}`, fewer, { ifMatch: version });
    await bed.drain();
    expect([await covering(assetIds[0]), await covering(assetIds.at(-1))]).toEqual([[], [contract.id]]);
    const unknown = await asta.post("/contracts", { ...terms, assetIds: [assetIds[0], "AST9999999"] });
    expect(unknown.body).toMatchObject({ violations: [{ path: "body.assetIds.1" }] });
  });

  it("a place is counted model by model, by tag or by serial, without what is on its way to it", async () => {
    const asta = bed.as("asta");
    const room = (await asta.post("/stockrooms", { name: "Count" })).body.id;
    const screen = (await asta.post("/asset-models", { name: "Screen", kind: "hardware" })).body.id;
    const into = async (model: string, rows: readonly object[]) =>
      (await asta.post("/assets/receive", { modelId: model, stockroomId: room, rows })).body.results;
    const [{ id: there }, { id: gone }, { id: coming }] = await into(modelId, [
      { tag: "C-1", serial: "SER-1" },
      { tag: "C-2" },
      { tag: "C-3" },
    ]);
    await into(screen, [{ tag: "C-4" }]);
    await asta.post(`/assets/${coming}/send`, { stockroomId: room });
    const audit = (await asta.post("/asset-audits", { name: "Laptops", stockroomId: room, modelId })).body;
    const codes = ["C-1", "SER-1"];
    const { status, body } = await asta.post(`/asset-audits/${audit.id}/scans`, { codes });
    expect([status, body.results.map(({ is }: { is: string }) => is)]).toEqual([200, ["found", "found"]]);
    const closed = (await asta.post(`/asset-audits/${audit.id}/close`, {})).body;
    expect(closed).toMatchObject({ found: [there], missing: [gone] });
  });

  it("what is not brought back, confirmed or renewed in time is work that those who answer for assets find", async () => {
    const asta = bed.as("asta");
    const warrantyEndsOn = new Date(bed.clock.now() + 10 * day).toISOString().slice(0, 10);
    const delivery = { modelId, stockroomId, warrantyEndsOn, rows: [{ tag: "N9" }] };
    const [{ id }] = (await asta.post("/assets/receive", delivery)).body.results;
    const expectedReturnAt = new Date(bed.clock.now() + day).toISOString();
    await asta.post(`/assets/${id}/check-out`, { holderId: "emil", isLoan: true, expectedReturnAt });
    const endsOn = new Date(bed.clock.now() + 20 * day).toISOString().slice(0, 10);
    await asta.post("/contracts", { name: "Support", kind: "support", startsOn: "2026-01-01", endsOn });
    bed.clock.moveTo(bed.clock.now() + 4 * day);
    await bed.drain();
    const found = async (path: string) =>
      (await asta.get(path)).body.items.map((each: { id: string }) => each.id);
    for (const list of ["overdue", "toReturn", "unaccepted", "warrantyEnding"])
      expect(await found(`/assets?${list}=true`)).toContain(id);
    expect(events("AssetAcceptanceReminded.v1")).toBeGreaterThan(0);
    const { lists } = (await asta.get("/asset-work")).body;
    for (const { path, count } of lists) expect([path, (await found(path)).length]).toEqual([path, count]);
    const counted = Object.fromEntries(
      lists.map((each: { kind: string; count: number }) => [each.kind, each.count]),
    );
    expect(counted).toMatchObject({ overdue: 1, to_return: 1, contract_ending: 1 });
    const agents = (await bed.as("ann").get("/asset-work")).body.lists;
    expect(agents.map(({ kind }: { kind: string }) => kind)).not.toContain("contract_ending");
    expect((await bed.as("eve").get("/asset-work")).status).toBe(403);
    expect((await bed.as("eve").get("/assets?overdue=true")).status).toBe(403);
  });
});
