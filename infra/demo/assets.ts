import type { Ask } from "./ask.ts";

const manager = "amy.asset";

type Received = { readonly results: readonly { readonly id?: string }[] };

type Make = (path: string, body: unknown) => Promise<{ readonly id: string }>;

/** One piece of software that is used by more people than it was bought for, and one by fewer. */
const buySoftware = async (make: Make, vendorId: string, devices: readonly string[]): Promise<void> => {
  const [drawing, office] = [
    await make("asset-models", { name: "Drawing board", kind: "software" }),
    await make("asset-models", { name: "Office", kind: "software", metric: "user" }),
  ];
  await make("entitlements", { modelId: drawing.id, quantity: 2, vendorId, endsOn: "2027-06-30" });
  await make("entitlements", { modelId: office.id, quantity: 10, vendorId });
  for (const id of ["emma.field", "noah.brooks"])
    await make("seats", { modelId: office.id, unit: { kind: "person", id } });
  const on = (modelId: string, more = {}) => devices.map((deviceId) => ({ modelId, deviceId, ...more }));
  const rows = [...on(drawing.id), ...on(office.id, { userId: "emma.field" })];
  await make("software-installations", { source: "inventory", rows });
};

/** The demo company's hardware: what is bought, where it waits, and who has it. */
export const seedAssets = async (ask: Ask): Promise<void> => {
  const make = (path: string, body: unknown) => ask(manager, "POST", `/api/${path}`, body);
  const does = (id: string, verb: string, body: unknown) => make(`assets/${id}/${verb}`, body);
  const receive = async (body: unknown): Promise<readonly string[]> => {
    const { results } = (await make("assets/receive", body)) as unknown as Received;
    return results.flatMap(({ id }) => id ?? []);
  };

  const office = await make("asset-locations", { name: "Oslo office", address: "Storgata 1, Oslo" });
  const rack = await make("asset-locations", { name: "Rack 7", partOf: office.id });
  const cellar = await make("stockrooms", { name: "Cellar", locationId: office.id, teamId: "service-desk" });
  const vendor = await make("vendors", { name: "Nordic Hardware", contact: "orders@example.com" });
  const sales = await make("cost-centers", { name: "Sales", code: "4100" });

  const terms = { method: "straight_line", months: 36, salvagePercent: 10 };
  const laptop = await make("asset-models", {
    name: "Laptop 14",
    kind: "hardware",
    manufacturer: "Contoso",
    category: "laptop",
    vendorId: vendor.id,
    acceptance: "I keep it locked, and bring it back when I leave.",
    warrantyMonths: 36,
    depreciation: terms,
  });
  const screen = await make("asset-models", {
    name: "Screen 27",
    kind: "hardware",
    category: "monitor",
    requestable: true,
  });
  const server = await make("asset-models", {
    name: "Server R2",
    kind: "hardware",
    category: "server",
    manufacturer: "Contoso",
    ciClassId: "server",
    depreciation: { method: "declining_balance", months: 60, salvagePercent: 5 },
  });
  const cable = await make("asset-models", { name: "USB-C cable", kind: "consumable" });

  const stockroomId = cellar.id;
  const bought = { stockroomId, vendorId: vendor.id, purchasedOn: "2026-02-02", costCenterId: sales.id };
  const laptops = await receive({
    ...bought,
    modelId: laptop.id,
    purchase: { amount: 1_499_00, currency: "EUR" },
    rows: [101, 102, 103, 104, 105].map((number) => ({ serial: `L14-${number}`, tag: `N${number}` })),
  });
  const screens = await receive({
    ...bought,
    modelId: screen.id,
    rows: [201, 202, 203].map((number) => ({ serial: `S27-${number}`, tag: `N${number}` })),
  });
  const [one] = await receive({
    ...bought,
    modelId: server.id,
    purchase: { amount: 8_250_00, currency: "EUR" },
    rows: [{ serial: "R2-1", tag: "N301" }],
  });

  const [first = "", second = "", third = "", broken = ""] = laptops;
  await does(first, "check-out", { holderId: "emma.field", locationId: office.id });
  await does(second, "check-out", { holderId: "noah.brooks", locationId: office.id });
  await does(third, "check-out", {
    holderId: "nia.network",
    isLoan: true,
    expectedReturnAt: new Date(Date.now() + 7 * 24 * 3_600_000).toISOString(),
  });
  await does(broken, "repair", { what: "Hinge" });
  await does(broken, "costs", { kind: "repair", cost: { amount: 85_00, currency: "EUR" } });
  await does(String(screens[0]), "check-out", { holderId: "emma.field", locationId: office.id });
  await does(String(one), "deploy", { locationId: rack.id });
  await buySoftware(make, vendor.id, laptops.slice(0, 3));
  await make("contracts", {
    name: "Server support",
    kind: "support",
    vendorId: vendor.id,
    startsOn: "2026-01-01",
    endsOn: "2027-01-31",
    renewsMonths: 12,
    cost: { amount: 1_200_00, currency: "EUR" },
    assetIds: [String(one)],
  });
  await make("asset-kits", {
    name: "First day",
    parts: [{ modelId: laptop.id }, { modelId: screen.id }, { modelId: cable.id, quantity: 2 }],
  });
  await make(`stock/${stockroomId}.${cable.id}/receive`, { quantity: 40 });
  await make(`stock/${stockroomId}.${cable.id}/issue`, { quantity: 2, personId: "emma.field" });
};
