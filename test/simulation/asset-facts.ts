import type { Asset } from "../../services/asset/asset.ts";
import type { StockMove } from "../../services/asset/events.ts";
import { overlap } from "../../services/asset/reservation.ts";
import { type Stock, stockIdOf } from "../../services/asset/stock.ts";
import type { Facts, Kept } from "./facts.ts";

type Known<R> = { readonly one: Kept; readonly now: R };

const known =
  <R>(pattern: RegExp) =>
  ({ kept }: Facts): readonly Known<R>[] =>
    kept
      .filter(({ id, item }) => pattern.test(id) && item !== undefined)
      .map((one) => ({
        one,
        now: { ...(one.item?.record as object), ...(one.item?.long as object) } as R,
      }));

const assetsIn = known<Asset>(/^AST\d+$/);
const stocksIn = known<Stock>(/^STR\d+\.MDL\d+$/);

/** Counts of stock by what the assets themselves say. */
const recounted = (assets: readonly Known<Asset>[]): ReadonlyMap<string, string> => {
  const counts = new Map<string, { onHand: number; available: number }>();
  for (const { now } of assets) {
    if (now.state !== "in_stock" || now.stockroomId === undefined) continue;
    const id = stockIdOf(now.stockroomId, now.modelId);
    const { onHand, available } = counts.get(id) ?? { onHand: 0, available: 0 };
    counts.set(id, { onHand: onHand + 1, available: available + Number(now.substate === "available") });
  }
  return new Map([...counts].map(([id, { onHand, available }]) => [id, `${onHand}/${available}`]));
};

/** Stock of assets is what the assets say; stock by number never goes below nothing. */
const brokenStock = (facts: Facts): string[] => {
  const assets = assetsIn(facts);
  const stocks = new Map(stocksIn(facts).map(({ now }) => [now.id, now]));
  const counts = recounted(assets);
  const models = new Set(assets.map(({ now }) => now.modelId));
  const missing = [...counts.keys()].filter((id) => !stocks.has(id)).map((id) => `${id} is not counted`);
  const wrong = [...stocks.values()].flatMap(({ id, modelId, onHand, available, minimum, isLow }) => {
    const right = counts.get(id) ?? "0/0";
    const isByNumber = !models.has(modelId) && (onHand !== 0 || available !== 0);
    return [
      ...(isByNumber || `${onHand}/${available}` === right
        ? []
        : [`${id} counts ${onHand}/${available}, there are ${right}`]),
      ...(available < 0 ? [`${id} has ${available}`] : []),
      ...(isLow === (minimum !== undefined && available < minimum)
        ? []
        : [`${id} has ${available} of at least ${minimum} and is ${isLow ? "" : "not "}low`]),
    ];
  });
  return [...missing, ...wrong];
};

/** What one stockroom gave away to another one has come there: nothing is lost or made on the way. */
const brokenTransfers = (facts: Facts): string[] => {
  const sums = new Map<string, number>();
  for (const { one, now } of stocksIn(facts))
    for (const { data } of one.history)
      if (data.reason === "transferred") {
        const { onHand } = data.by as StockMove;
        sums.set(now.modelId, (sums.get(now.modelId) ?? 0) + onHand);
      }
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([modelId, sum]) => `${sum} of ${modelId} by transfers`);
};

/** Who is given an asset gets it from nobody else: it was in stock, or handed on. */
const heldTwice = (facts: Facts): string[] =>
  assetsIn(facts).flatMap(({ one }) =>
    one.history
      .filter(({ type, changes }) => type === "AssetCheckedOut" && changes.holderId?.from !== undefined)
      .map(({ meta, changes }) => `${meta.eventId}: ${changes.holderId?.from} had it already`),
  );

const brokenClaims = (facts: Facts): string[] => {
  const tags = assetsIn(facts).flatMap(({ now }) => now.tag ?? []);
  return tags.filter((tag, at) => tags.indexOf(tag) !== at).map((tag) => `Two assets bear ${tag}`);
};

const brokenReservations = (facts: Facts): string[] =>
  assetsIn(facts).flatMap(({ now: { id, reservations } }) =>
    reservations.flatMap((each, at) =>
      reservations
        .slice(at + 1)
        .filter((other) => overlap(each, other))
        .map((other) => `${id} is promised twice: ${JSON.stringify([each, other])}`),
    ),
  );

export const brokenAssets = (facts: Facts): string[] => [
  ...brokenStock(facts),
  ...brokenTransfers(facts),
  ...heldTwice(facts),
  ...brokenClaims(facts),
  ...brokenReservations(facts),
];
