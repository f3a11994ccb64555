import type { Asset } from "../../services/asset/asset.ts";
import type { Unaccounted } from "../../services/asset/unaccounted.ts";
import type { Ci } from "../../services/configuration/ci.ts";
import { assetChanged } from "../../services/configuration/subscriptions/asset-changed.ts";
import type { Facts, Kept } from "./facts.ts";

const recordOf = <R>({ item }: Kept): R => ({ ...(item?.record as object), ...(item?.long as object) }) as R;

/** What configuration management hears of an asset. */
const heard = new Set(assetChanged.map(({ event }) => event.type));

/** The last event of an asset that its CI is to follow: one that said of which class it is. */
const lastHeard = ({ history }: Kept): number =>
  Math.max(
    0,
    ...history
      .filter(({ type, data }) => heard.has(type) && (data.asset as Partial<Asset>).ciClassId !== undefined)
      .map(({ meta }) => meta.sequence),
  );

const outOfStep = (one: Kept, cis: readonly Ci[]): string[] => {
  const { id, ciClassId, ciId, state } = recordOf<Asset>(one);
  const last = lastHeard(one);
  if (ciClassId === undefined || last === 0 || state === "on_order") return [];
  const own = cis.filter(({ assetId }) => assetId === id);
  // Who is retired before anybody made its CI needs none.
  if (own.length === 0 && state === "retired") return [];
  const [ci] = own;
  if (own.length !== 1 || ci === undefined) return [`${id} has ${own.length} CIs`];
  return [
    ...(ci.assetVersion === last
      ? []
      : [`${ci.id} follows version ${ci.assetVersion} of ${id}, the last is ${last}`]),
    ...(ciId === ci.id ? [] : [`${id} has the CI ${ciId}, not ${ci.id}`]),
  ];
};

/** Every asset of a class has one CI that has followed it to the end, where configuration is deployed. */
export const brokenCis = (facts: Facts): string[] => {
  if (!facts.items.has("configuration")) return [];
  const cis = facts.kept.filter(({ id }) => /^CI\d+$/.test(id)).map((one) => recordOf<Ci>(one));
  const assets = facts.kept.filter(({ id }) => /^AST\d+$/.test(id));
  const findings = facts.kept
    .filter(({ id }) => id.startsWith("UNA-"))
    .map((one) => recordOf<Unaccounted>(one))
    .filter(
      ({ state, ciId }) => state === "open" && cis.some((ci) => ci.id === ciId && ci.assetId !== undefined),
    )
    .map(({ id }) => `${id} is open although it has an asset`);
  return [...assets.flatMap((one) => outOfStep(one, cis)), ...findings];
};
