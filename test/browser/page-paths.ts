import { askAs } from "./journeys/ask-as.ts";
import type { World } from "./journeys/journey.ts";

/** The page of an incident of `infra/demo/seed.ts`, whose number depends on how much lies behind the company. */
const incidentOf =
  (callerId: string, title: string) =>
  async (world: World): Promise<string> => {
    const { items = [] } = await askAs(world, callerId, "GET", `/incidents?callerId=${callerId}&limit=100`);
    const found = items.find((each) => each.title === title);
    if (found === undefined) throw new Error(`the demo company has no incident "${title}"`);
    return `/incidents/${found.id}`;
  };
export const vpnTrouble = incidentOf("emma.field", "Cannot connect to VPN");

/** The page of the demo company's record of this name, in a list of this address. */
export const named =
  (person: string, path: string, name: string) =>
  async (world: World): Promise<string> => {
    const { items = [] } = await askAs(
      world,
      person,
      "GET",
      `${path}${path.includes("?") ? "&" : "?"}limit=100`,
    );
    const found = items.find((each) => each.name === name);
    if (found === undefined) throw new Error(`the demo company has no "${name}" among ${path}`);
    return `${path.split("?")[0]}/${found.id}`;
  };

/** A page of the problem that the demo company is in the middle of, below its own. */
export const vpnProblem =
  (below = "") =>
  async (world: World): Promise<string> => {
    const { items = [] } = await askAs(world, "pia.problem", "GET", "/problems?limit=100");
    const found = items.find(({ title }) => title.startsWith("VPN gateway drops"));
    if (found === undefined) throw new Error("the demo company has no problem of its VPN");
    return `/problems/${found.id}${below}`;
  };

/** A problem of the demo company whose known error is published. */
export const knownError = async (world: World): Promise<string> => {
  const { items = [] } = await askAs(world, "emma.field", "POST", "/knowledge/search", {
    text: "printer vpn mail",
    limit: 20,
  });
  const found = items.find(({ id }) => id.startsWith("PRB"));
  return `/known-errors/${found?.id ?? "PRB0000001"}`;
};

export const stockroom = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(world, "amy.asset", "GET", "/stockrooms");
  return `/stock?stockroomId=${first?.id}`;
};

export const candidate = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(
    world,
    "pia.problem",
    "GET",
    "/problem-candidates?state=proposed",
  );
  return `/problem-candidates/${first?.id}`;
};

/** A draft in the catalog, with a field that only some answers call for. */
export const catalogDraft = async (world: World): Promise<string> => {
  const make = (path: string, body: unknown) => askAs(world, "amy.asset", "POST", path, body);
  const { id: categoryId } = await make("/catalog-categories", { name: "Bags" });
  const colour = {
    key: "colour",
    label: "Colour",
    type: "choice",
    choices: [
      { value: "black", label: "Black" },
      { value: "red", label: "Red", price: 500 },
    ],
  };
  const why = { key: "why", label: "Why red?", type: "text", when: { field: "colour", is: ["red"] } };
  const { id } = await make("/catalog-items", {
    name: "Bag",
    summary: "For a laptop",
    categoryId,
    price: { amount: 3000, currency: "EUR" },
    form: { sections: [{ key: "which", title: "Which one?", fields: [colour, why] }] },
  });
  return `/catalog-items/${id}/edit?part=form`;
};

/** What one can order, and the order of a thing of the demo company. */
export const orderForm = (name: string) => async (world: World) =>
  (await named("emma.field", "/catalog-items", name)(world)).replace("catalog-items", "catalog");
export const newestOrder = async (world: World): Promise<string> => {
  const { items: [first] = [] } = await askAs(world, "emma.field", "GET", "/requests?personId=emma.field");
  return `/requests/${first?.id}`;
};

const minute = 60_000;

/** What the data centre's list says of one machine, read in as the clock does it. */
const discovered = async (world: World, location: string): Promise<void> => {
  const content = `class,key,name,location\nHost,audited-1,audited-1,${location}`;
  const tell = (path: string, body: unknown) => askAs(world, "cal.config", "POST", path, body);
  const { id } = await tell("/ci-imports", { sourceId: "src.data-centre" });
  await tell(`/ci-imports/${id}/rows`, { chunk: 1, content });
  await tell(`/ci-imports/${id}/start`, {});
  world.bed.clock.moveTo(world.bed.clock.now() + minute);
  await world.bed.drain();
};

/** A machine that is found elsewhere than before, although nobody planned to move it. */
export const finding = async (world: World): Promise<string> => {
  await discovered(world, "Oslo data centre");
  await discovered(world, "Bergen");
  const { items: [found] = [] } = await askAs(world, "cem.change", "GET", "/change-findings");
  if (found === undefined) throw new Error("nothing was found that nobody planned");
  return `/change-findings/${found.id}`;
};

/** The newest list of a source that was imported. */
export const finishedImport = async (world: World): Promise<string> => {
  const { items = [] } = await askAs(world, "cal.config", "GET", "/ci-imports?state=finished");
  const found = items.find(({ title }) => title === "List of this month");
  if (found === undefined) throw new Error("the demo company has not imported the list of its data centre");
  return `/ci-imports/${found.id}`;
};

/** Two items that somebody takes for one: the same screen, registered twice. */
export const ciPair = async (world: World): Promise<string> => {
  const tell = (path: string, body: unknown) => askAs(world, "cal.config", "POST", path, body);
  const screen = { classId: "kiosk", environment: "production" };
  const one = await tell("/cis", {
    ...screen,
    name: "Lobby screen",
    location: "Oslo",
    attributes: { floor: 1 },
  });
  const other = await tell("/cis", {
    ...screen,
    name: "Screen in the lobby",
    location: "Oslo office, ground floor",
    ownerId: "noah.brooks",
    attributes: { floor: 1, mount: "wall" },
  });
  const ciIds = [one.id, other.id];
  const { id } = await tell("/ci-duplicates", { ciIds, reason: "The lobby has one screen" });
  return `/ci-duplicates/${id}`;
};
