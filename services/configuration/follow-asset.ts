import { Refusal } from "../../shared/domain/refusal.ts";
import type { AssetSnapshot } from "../asset/events.ts";
import { type ClassChain, identitiesOf } from "./attributes.ts";
import type { Ci } from "./ci.ts";
import { attributesFrom, followAsset, registerFromAsset, wantsCi } from "./decisions/follow-asset.ts";
import { dependentsOf } from "./dependents.ts";
import { ciIdFor, type KnownAsset } from "./known-asset.ts";
import type { ConfigurationContext } from "./table.ts";

/** A CI, or what it was merged into. */
const readCi = async (id: string, context: ConfigurationContext): Promise<Ci | undefined> => {
  try {
    const ci = await context.cis.get(id);
    return ci.supersededBy === undefined ? ci : await readCi(ci.supersededBy, context);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

/** A CI that was known before and is by its class's rules the very thing that the asset is. */
const sameThing = async (
  asset: AssetSnapshot,
  chain: ClassChain,
  context: ConfigurationContext,
): Promise<Ci | undefined> => {
  for (const identity of identitiesOf(chain, asset.name, attributesFrom(asset, chain))) {
    const holder = await context.cis.holder(identity);
    const ci = holder && (await readCi(holder, context));
    const isFree = ci && ci.state !== "retired" && (ci.assetId === undefined || ci.assetId === asset.id);
    if (isFree) return ci;
  }
  return undefined;
};

/** Where two CIs became one, it is the CI of one of their assets only. */
const isOf = (asset: AssetSnapshot, ci: Ci, id: string | undefined): boolean =>
  ci.id === id || ci.assetId === undefined || ci.assetId === asset.id;

/** The CI that an asset is: its own, the one it names, or one that was known before it. */
const ciOf = async (
  asset: AssetSnapshot,
  chain: ClassChain | undefined,
  context: ConfigurationContext,
): Promise<Ci | undefined> => {
  for (const id of [ciIdFor(asset.id), asset.ciId]) {
    const ci = id === undefined ? undefined : await readCi(id, context);
    if (ci && isOf(asset, ci, id)) return ci;
  }
  return chain && sameThing(asset, chain, context);
};

/** The class an asset's CI is of; a class that is gone, or has no CIs of its own, makes none. */
const chainFor = async ({ ciClassId }: AssetSnapshot, { model }: ConfigurationContext) => {
  if (ciClassId === undefined) return undefined;
  try {
    return await model.chain(ciClassId);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

/**
 * Makes the CI of an asset, if it is to have one and has none. Where its class asks for more than an asset knows,
 * people register it: asset management lists what has no CI.
 */
const register = async (
  asset: AssetSnapshot,
  chain: ClassChain,
  context: ConfigurationContext,
): Promise<Ci | undefined> => {
  const id = ciIdFor(asset.id);
  try {
    return await context.cis.createAs(id, registerFromAsset(id, asset, chain));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "already_exists") {
      const ci = await readCi(id, context);
      return ci && isOf(asset, ci, id) ? ci : undefined;
    }
    if (error.code === "invalid_input" || error.code === "rule_violation") return undefined;
    throw error;
  }
};

/** Brings the CI of an asset up to what the asset says now, whichever of its events gave the occasion. */
export const bringUp = async (known: KnownAsset, context: ConfigurationContext): Promise<void> => {
  const { cis, assets, model, now } = context;
  const chain = await chainFor(known.asset, context);
  const found = await ciOf(known.asset, chain, context);
  const made =
    found ?? (chain && wantsCi(known.asset) ? await register(known.asset, chain, context) : undefined);
  if (made === undefined) return;
  // Another event may have come since: what it says is read after there is a CI to follow it.
  const [latest = { value: known }] = await assets.all(known.asset.id);
  const { asset, sequence } = latest.value;
  const dependents = asset.state === "retired" ? await dependentsOf(made.id, context) : { count: 0, ids: [] };
  const wanted = await chainFor(asset, context);
  const on = { chain: await model.chainOf(made.classId), wanted, dependents, now: now() };
  const follow = (told: AssetSnapshot) =>
    cis.update(made.id, undefined, (ci) => followAsset(ci, told, sequence, on));
  try {
    await follow(asset);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "already_exists")) throw error;
    // Another CI bears its number: which of them is right is for people, and the rest is followed.
    await follow({ ...asset, serial: undefined, tag: undefined });
  }
};
