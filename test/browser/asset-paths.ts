import { askAs } from "./journeys/ask-as.ts";
import type { World } from "./journeys/journey.ts";
import { named } from "./page-paths.ts";

/** The page of a software of the demo company: its rights, and who uses them. */
export const software = (name: string) => async (world: World) => {
  const address = await named("amy.asset", "/asset-models", name)(world);
  return `${address.replace("/asset-models/", "/licence-positions/")}.LIC`;
};

/** Labels of what lies in stock. */
export const labels = async (world: World): Promise<string> => {
  const { items = [] } = await askAs(world, "amy.asset", "GET", "/assets?state=in_stock&limit=6");
  return `/assets/labels?ids=${items.map(({ id }) => id).join(",")}`;
};

/** A count of the cellar that is under way: one thing found, one of elsewhere, one that nobody knows. */
export const audit = async (world: World): Promise<string> => {
  const room = await named("amy.asset", "/stockrooms", "Cellar")(world);
  const stockroomId = room.replace("/stockrooms/", "");
  const { id } = await askAs(world, "amy.asset", "POST", "/asset-audits", {
    name: "Cellar, spring",
    stockroomId,
  });
  const codes = ["N202", "N301", "X999"];
  await askAs(world, "amy.asset", "POST", `/asset-audits/${id}/scans`, { codes });
  return `/asset-audits/${id}`;
};

/** Somebody who leaves in a while and has things and work. */
export const departure = async (world: World): Promise<string> => {
  const lastAt = new Date(world.bed.clock.now() + 14 * 24 * 3_600_000).toISOString();
  const { id } = await askAs(world, "amy.asset", "POST", "/departures", {
    personId: "nia.network",
    kind: "leaves",
    lastAt,
    handOverTo: "noah.brooks",
  });
  await world.bed.drain();
  return `/departures/${id}`;
};

/** What people asked for: one more screen. */
export const assetRequests = async (world: World): Promise<string> => {
  const model = await named("amy.asset", "/asset-models", "Screen 27")(world);
  const modelId = model.replace("/asset-models/", "");
  const wanted = { modelId, reason: "For the second desk" };
  await askAs(world, "noah.brooks", "POST", "/asset-requests", wanted);
  return "/asset-requests";
};
