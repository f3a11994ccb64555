import { assetLifecycle } from "../../services/asset/asset.ts";
import { assetService } from "../../services/asset/service.ts";
import { unaccountedRecords } from "../../services/asset/software-table.ts";
import {
  assetRecords,
  locationRecords,
  modelRecords,
  stockRecords,
  stockroomRecords,
} from "../../services/asset/table.ts";
import { errandRecords, isErrand } from "../../shared/errands/errand.ts";
import { heldRecords, isHeldRecord } from "../../shared/holdings/holdings.ts";
import { brokenCis } from "./asset-cis.ts";
import { active, deed, hardware, holders, isReady, post, room } from "./asset-deeds.ts";
import { brokenAssets } from "./asset-facts.ts";
import { brokenPapers, paperKinds, papers } from "./asset-papers.ts";
import { askForAsset, assetRequestKind, brokenRequests } from "./asset-requests.ts";
import { brokenPositions, softwareKinds, useSoftware } from "./asset-software.ts";
import { likely } from "./likely.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, type SeenRecord, type Simulated, storedKind } from "./simulated.ts";

/** Some models are of a class of configuration items, some for everybody to ask for. */
const ofClass = (random: Random) => ({
  ...(random.chance(0.7) ? { ciClassId: "server" } : {}),
  ...(random.chance(0.5) ? { requestable: true } : {}),
});

const set = (random: Random, model: Model): Operation => {
  if (hardware(model).length === 0 && random.chance(0.7))
    return post("/asset-models", { name: model.word(), kind: "hardware", ...ofClass(random) });
  if (active(model, "STR").length === 0 && random.chance(0.7))
    return post("/stockrooms", { name: model.word() });
  const kinds = [
    post("/asset-models", { name: model.word(), kind: "hardware", ...ofClass(random) }),
    post("/asset-models", { name: model.word(), kind: random.pick(["hardware", "consumable"]) }),
    post("/stockrooms", { name: model.word() }),
    post("/asset-locations", { name: model.word() }),
  ];
  return random.pick(kinds);
};

const receive = (random: Random, model: Model): Operation => {
  if (!isReady(model)) return set(random, model);
  const modelId = random.pick(hardware(model)).id;
  const common = { modelId, stockroomId: room(random, model).id };
  // Few tags: some rows are refused because another asset bears the tag.
  const rows = Array.from({ length: random.between(1, 4) }, () =>
    random.chance(0.6) ? { tag: `tag-${random.int(12)}` } : {},
  );
  return post("/assets/receive", { ...common, rows }, { mayChangeNothing: true });
};

const list = (random: Random, model: Model): Operation => {
  const query: Readonly<Record<string, string>> = isReady(model)
    ? random.pick<Readonly<Record<string, string>>>([
        { stockroomId: room(random, model).id },
        { holderId: random.pick(holders) },
        {},
      ])
    : {};
  return { as: "ann", method: "GET", path: "/assets", query };
};

/** Several people after the same few assets. */
const handle = (random: Random, model: Model): Operation => {
  const assets = model.seen("AST");
  if (assets.length === 0 || !isReady(model)) return receive(random, model);
  const one = random.pick(random.chance(0.7) ? assets.slice(-3) : assets);
  return likely(random, assetLifecycle, one, () => deed(random, model, one));
};

const consume = (random: Random, model: Model): Operation => {
  const models = active(model, "MDL").filter(({ kind }) => kind === "consumable");
  if (models.length === 0 || !isReady(model)) return set(random, model);
  const path = `/stock/${room(random, model).id}.${random.pick(models).id}`;
  return random.weighted<Operation>([
    [2, post(`${path}/receive`, { quantity: random.between(1, 10) })],
    [4, post(`${path}/issue`, { quantity: random.between(1, 4), personId: random.pick(holders) })],
    [2, post(`${path}/transfer`, { toStockroomId: room(random, model).id, quantity: random.between(1, 4) })],
    [1, post(`${path}/count`, { counted: random.between(0, 10) }, { mayChangeNothing: true })],
  ]);
};

const rule = (random: Random, model: Model): Operation => {
  const stocks: readonly SeenRecord[] = model.seen("STR").filter(({ id }) => id.includes("."));
  if (stocks.length === 0)
    return isReady(model)
      ? { as: "ann", method: "GET", path: "/stock", query: { stockroomId: room(random, model).id } }
      : set(random, model);
  const { id, version } = random.pick(stocks);
  return {
    as: "asta",
    method: "PUT",
    path: `/stock/${id}`,
    ifMatch: version,
    body: { minimum: random.between(0, 4), reorderQuantity: 5 },
    mayChangeNothing: true,
  };
};

/** A company hands out and takes back what it has. */
export const simulatedAsset: Simulated = {
  service: assetService as unknown as Simulated["service"],
  share: 6,
  kinds: [
    storedKind(assetRecords, (id) => /^AST\d+$/.test(id)),
    storedKind(stockRecords, (id) => /^STR\d+\.MDL\d+$/.test(id)),
    storedKind(modelRecords, (id) => /^MDL\d+$/.test(id)),
    storedKind(locationRecords, (id) => /^LOC\d+$/.test(id)),
    storedKind(stockroomRecords, (id) => /^STR\d+$/.test(id)),
    storedKind(heldRecords, isHeldRecord, ["HoldingsFound"]),
    storedKind(errandRecords, isErrand),
    assetRequestKind,
    storedKind(unaccountedRecords, (id) => id.startsWith("UNA-")),
    ...softwareKinds,
    ...paperKinds,
  ],
  operation: (random, model) =>
    random.weighted([
      [isReady(model) ? 0.3 : 6, set],
      [3, receive],
      [10, handle],
      [2, consume],
      [1, rule],
      [1.5, askForAsset],
      [2, list],
      // And some about contracts, audits and kits.
      [model.mood > 0.7 ? 20 : 1, papers],
      // Some runs are mostly about software.
      [model.mood < 0.3 ? 20 : 1, useSoftware],
    ])(random, model),
  broken: (facts) => [
    ...brokenAssets(facts),
    ...brokenPositions(facts),
    ...brokenCis(facts),
    ...brokenRequests(facts),
    ...brokenPapers(facts),
  ],
};
