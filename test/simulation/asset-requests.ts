import type { AssetRequest } from "../../services/asset/asset-request.ts";
import { assetRequestRecords } from "../../services/asset/asset-request-table.ts";
import type { AssetSnapshot } from "../../services/asset/events.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Operation, storedKind } from "./simulated.ts";

const isRequest = (id: string): boolean => /^ARQ\d+$/.test(id);

export const assetRequestKind = storedKind(assetRequestRecords, isRequest);

/** Clocks of machines differ by less. */
const apart = 5 * 60_000;

/** People ask for what they may, again before they are answered, and think better of it. */
export const askForAsset = (random: Random, model: Model): Operation => {
  const wanted = model.seen("MDL").filter(({ requestable }) => requestable === true);
  const open = model.seen("ARQ").filter(({ state }) => state === "open");
  if (open.length > 0 && random.chance(0.3)) {
    const path = `/asset-requests/${random.pick(open).id}`;
    return random.chance(0.5)
      ? { as: "asta", method: "POST", path: `${path}/withdraw`, body: {}, isKeyed: true }
      : { as: "ann", method: "POST", path: `${path}/decline`, body: { reason: model.word() }, isKeyed: true };
  }
  const as = random.pick(["eve", "emil", "nora"] as const);
  if (wanted.length === 0 || random.chance(0.2)) return { as, method: "GET", path: "/requestable-models" };
  return {
    as,
    method: "POST",
    path: "/asset-requests",
    body: { modelId: random.pick(wanted).id },
    isKeyed: true,
  };
};

/** Who was given an asset of a model after asking for one waits no more; and nobody asks twice at once. */
export const brokenRequests = ({ kept }: Facts): string[] => {
  const given = kept
    .filter(({ id }) => /^AST\d+$/.test(id))
    .flatMap(({ history }) => history.filter(({ type }) => type === "AssetCheckedOut"))
    .map(({ meta, data }) => ({ at: Date.parse(meta.occurredAt), ...(data.asset as AssetSnapshot) }));
  const open = kept
    .filter(({ id }) => isRequest(id))
    .map(({ item }) => item?.record as AssetRequest | undefined)
    .flatMap((request) => (request?.state === "open" ? [request] : []));
  const seen = new Set<string>();
  return open.flatMap(({ id, personId, modelId, createdAt }) => {
    const twice = seen.has(`${personId} ${modelId}`);
    seen.add(`${personId} ${modelId}`);
    const answered = given.some(
      (asset) =>
        asset.holderId === personId && asset.modelId === modelId && asset.at > Date.parse(createdAt) + apart,
    );
    return [
      ...(twice ? [`${personId} asks twice for ${modelId}`] : []),
      ...(answered ? [`${id} is open although ${personId} was given one`] : []),
    ];
  });
};
