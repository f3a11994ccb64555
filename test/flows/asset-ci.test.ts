import { type Bed, startBed } from "../bed/start-bed.ts";

describe("assets and their configuration items", () => {
  let bed: Bed;
  let modelId: string;
  let stockroomId: string;
  let locationId: string;
  beforeAll(async () => {
    bed = await startBed();
    const as = bed.as("asta");
    const model = { name: "Server R2", kind: "hardware", manufacturer: "Contoso", ciClassId: "server" };
    modelId = (await as.post("/asset-models", model)).body.id;
    stockroomId = (await as.post("/stockrooms", { name: "Cellar" })).body.id;
    locationId = (await as.post("/asset-locations", { name: "Rack 7" })).body.id;
  });
  afterAll(() => bed.stop());

  const receive = async (row: object): Promise<string> => {
    const body = { modelId, stockroomId, rows: [row] };
    const { results } = (await bed.as("asta").post("/assets/receive", body)).body;
    await bed.drain();
    return results[0].id;
  };
  const does = async (id: string, verb: string, body: object = {}) => {
    const { status, body: answer } = await bed.as("asta").post(`/assets/${id}/${verb}`, body);
    if (status >= 300) throw new Error(JSON.stringify(answer));
    await bed.drain();
  };
  const ciOf = async (id: string) => {
    const { ciId } = (await bed.as("cora").get(`/assets/${id}`)).body;
    return (await bed.as("cora").get(`/cis/${ciId}`)).body;
  };
  const open = async (): Promise<string[]> => {
    const { items } = (await bed.as("asta").get("/unaccounted-cis")).body;
    return items.map(({ ciId }: { ciId: string }) => ciId);
  };
  const events = (type: string) => bed.stats().events.filter((event) => event.type === type).length;

  it("a received asset has a CI that goes where it goes, and ends with it", async () => {
    const id = await receive({ serial: "S-1", tag: "N1" });
    expect(await ciOf(id)).toMatchObject({
      classId: "server",
      state: "planned",
      assetId: id,
      attributes: { serialNumber: "S-1", assetTag: "N1", manufacturer: "Contoso" },
    });
    await does(id, "deploy", { locationId });
    expect(await ciOf(id)).toMatchObject({ state: "live", location: "Rack 7" });
    const { body: page } = await bed.as("ann").get(`/cis/${(await ciOf(id)).id}/page`);
    expect(page.asset).toMatchObject({ id, serial: "S-1", tag: "N1", state: "in_use", location: "Rack 7" });
    expect(page.asset).not.toHaveProperty("holderId");
    await does(id, "repair", { what: "Fan" });
    expect((await ciOf(id)).state).toBe("maintenance");
    await does(id, "stock", { stockroomId });
    const user = (await bed.as("cora").post("/cis", { name: "shop", classId: "business_service" })).body.id;
    const relation = { fromId: user, toId: (await ciOf(id)).id, typeId: "depends-on" };
    await bed.as("cora").post("/ci-relations", relation);
    await bed.drain();
    await does(id, "retire");
    expect((await ciOf(id)).state).toBe("retired");
    expect(events("CiRetiredWhileUsed.v1")).toBe(1);
  });

  it("a CI that was known before is the asset's when it bears its number, and a finding until then", async () => {
    const attributes = { manufacturer: "Contoso", serialNumber: "S-2" };
    const ci = (await bed.as("cora").post("/cis", { name: "db-1", classId: "server", attributes })).body.id;
    await bed.drain();
    expect(await open()).toContain(ci);
    const id = await receive({ serial: "S-2" });
    expect((await bed.as("asta").get(`/assets/${id}`)).body.ciId).toBe(ci);
    expect(await ciOf(id)).toMatchObject({ name: "db-1", assetId: id });
    expect(await open()).not.toContain(ci);
    const { items } = (await bed.as("asta").get("/assets", { query: { withoutCi: "true" } })).body;
    expect(items).toEqual([]);
  });

  it("a CI of a class below the model's is found, and one that was there before any model had its class", async () => {
    const register = async (classId: string): Promise<string> =>
      (await bed.as("cora").post("/cis", { name: `of ${classId}`, classId })).body.id;
    const [below, before] = [await register("linux_server"), await register("printer")];
    await bed.drain();
    expect([(await open()).includes(below), (await open()).includes(before)]).toEqual([true, false]);
    await bed.as("asta").post("/asset-models", { name: "Laser", kind: "hardware", ciClassId: "printer" });
    await bed.drain();
    expect(await open()).toContain(before);
  });

  it("an asset whose CI is merged into another is that one from then on", async () => {
    const id = await receive({ serial: "S-3" });
    await does(id, "deploy", { locationId });
    const cora = bed.as("cora");
    const made = (await ciOf(id)).id;
    const twin = (await cora.post("/cis", { name: "db-3", classId: "server" })).body.id;
    const pair = (await cora.post("/ci-duplicates", { ciIds: [twin, made], reason: "One rack" })).body;
    expect(await cora.post(`/ci-duplicates/${pair.id}/merge`, { survivorId: twin })).toMatchObject({
      status: 200,
    });
    await bed.drain();
    bed.clock.moveTo(bed.clock.now() + 10 * 60_000);
    await bed.drain();
    expect(await ciOf(id)).toMatchObject({ id: twin, state: "live", assetId: id });
    await does(id, "repair", { what: "Fan" });
    expect(await ciOf(id)).toMatchObject({ id: twin, state: "maintenance" });
    expect((await cora.get(`/cis/${made}`)).body).toMatchObject({ state: "retired", supersededBy: twin });
    expect(bed.stats().queues.filter(({ isDeadLetter, visible }) => isDeadLetter && visible > 0)).toEqual([]);
  });

  it("assets that were there before their model had a class get their CIs when it has one", async () => {
    const asta = bed.as("asta");
    const model = { name: "Switch 24", kind: "hardware" };
    const { id: other, version } = (await asta.post("/asset-models", model)).body;
    const body = { modelId: other, stockroomId, rows: [{}, {}] };
    const { results } = (await asta.post("/assets/receive", body)).body;
    await bed.drain();
    await asta.put(`/asset-models/${other}`, { ...model, ciClassId: "switch" }, { ifMatch: version });
    await bed.drain();
    for (const { id } of results) expect(await ciOf(id)).toMatchObject({ classId: "switch", assetId: id });
  });
});
