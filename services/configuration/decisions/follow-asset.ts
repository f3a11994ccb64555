import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { AssetSnapshot } from "../../asset/events.ts";
import { attributesOf, type ClassChain } from "../attributes.ts";
import type { Attributes, Ci, CiAction } from "../ci.ts";
import { ciLifecycle } from "../ci.ts";
import { CiUpdated } from "../events.ts";
import {
  type Dependents,
  deployCi,
  editCi,
  maintainCi,
  registerCi,
  reinstateCi,
  retireCi,
  snapshotOf,
} from "./ci.ts";
import { reclassifyCi } from "./reclassify.ts";

/** What an asset knows of what its CI's class asks for. */
export const attributesFrom = (asset: AssetSnapshot, chain: ClassChain): Attributes => {
  const known = new Set(attributesOf(chain).map(({ name }) => name));
  const all = {
    serialNumber: asset.serial,
    assetTag: asset.tag,
    manufacturer: asset.manufacturer,
    model: asset.modelName,
  };
  const told = Object.entries(all).filter(([name, value]) => known.has(name) && value !== undefined);
  return Object.fromEntries(told) as Attributes;
};

/** An asset that is here and not yet gone has a CI, if its model says of which class. */
export const wantsCi = ({ ciClassId, state }: AssetSnapshot): boolean =>
  ciClassId !== undefined && state !== "on_order" && state !== "retired";

const factsFrom = ({ name, location, ownerTeamId, id }: AssetSnapshot) => ({
  name,
  location,
  teamId: ownerTeamId,
  assetId: id,
});

/** Learned of from asset management. */
const source = "asset";

/** From now on these are asset management's word. */
const saidByAsset = (decision: Decision<Ci>, before: Ci["origins"], names: readonly string[]): Decision<Ci> =>
  decision.map((each) => ({
    ...each,
    changes: {
      ...each.changes,
      origins: {
        ...(each.changes.origins ?? before),
        ...Object.fromEntries(names.map((name) => [name, source])),
      },
    },
  }));

/** What of these is there, by name. */
const there = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export const registerFromAsset = (id: string, asset: AssetSnapshot, chain: ClassChain): Decision<Ci> => {
  const facts = factsFrom(asset);
  const attributes = attributesFrom(asset, chain);
  const state = asset.state === "in_use" ? "live" : "planned";
  const is = { classId: chain.at(-1)?.id ?? "", state, criticality: "low", restricted: false } as const;
  const names = Object.keys(there({ ...facts, ...attributes }));
  return saidByAsset(registerCi(id, { ...facts, ...is, attributes }, chain, source), undefined, names);
};

/** What is to happen to a CI for it to be where its asset is. What is back in stock is away, as in maintenance. */
const actionFor = (ci: Ci, { state }: AssetSnapshot): CiAction | undefined => {
  const allowed = (action: CiAction) => (ciLifecycle.allowed(ci.state).includes(action) ? action : undefined);
  if (state === "retired") return allowed("retire");
  if (state === "in_use") return allowed("deploy") ?? allowed("reinstate");
  const isAway = state === "in_stock" || state === "in_transit" || state === "in_maintenance";
  return isAway ? allowed("maintain") : undefined;
};

type On = {
  /** The class that the CI is of. */
  readonly chain: ClassChain;
  /** The class that the asset's model asks for; none where there is no such class. */
  readonly wanted?: ClassChain | undefined;
  readonly dependents: Dependents;
  readonly now: string;
};

/**
 * The model's class is another one than when it was last followed. Only then: that people have found a CI to be
 * of another class stands. A class that asks for what nobody knows is left to people.
 */
const reclassified = (ci: Ci, { ciClassId }: AssetSnapshot, wanted: ClassChain | undefined): Decision<Ci> => {
  const isNews = ciClassId !== undefined && ci.assetClassId !== undefined && ci.assetClassId !== ciClassId;
  // One of a subclass is of that class already, and more is known of it.
  if (!isNews || wanted === undefined || ci.classPath.includes(ciClassId) || ci.state === "retired")
    return [];
  try {
    return reclassifyCi(ci, wanted);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const moved = (ci: Ci, asset: AssetSnapshot, { dependents, now }: On): Decision<Ci> => {
  switch (actionFor(ci, asset)) {
    case "deploy":
      return deployCi(ci);
    case "reinstate":
      return reinstateCi(ci);
    case "maintain":
      return maintainCi(ci);
    case "retire":
      return retireCi(ci, dependents, now);
    default:
      return [];
  }
};

const after = (ci: Ci, decision: Decision<Ci>): Ci =>
  Object.assign({}, ci, ...decision.map(({ changes }) => changes));

/** The same without what is so already: that stays the word of whoever said it. */
const news = <T extends object>(told: T, is: object): T =>
  Object.fromEntries(
    Object.entries(there(told as Record<string, unknown>)).filter(
      ([name, value]) => !isSame(value, (is as Record<string, unknown>)[name]),
    ),
  ) as T;

/**
 * Facts of the asset; of a retired CI none is changed. What the asset does not know, people may have said. A CI is
 * called as the asset only while nobody, person or discovery, called it otherwise: most assets bear their model's name.
 */
const edited = (ci: Ci, asset: AssetSnapshot, chain: ClassChain): Decision<Ci> => {
  if (ci.state === "retired") return [];
  const { name, ...facts } = factsFrom(asset);
  const told = news(ci.origins?.name === source ? { name, ...facts } : facts, ci);
  const attributes = news(attributesFrom(asset, chain), ci.attributes);
  const names = [...Object.keys(told), ...Object.keys(attributes)];
  return names.length === 0 ? [] : saidByAsset(editCi(ci, { ...told, attributes }, chain), ci.origins, names);
};

/**
 * Brings a CI to where its asset is. It remembers the version it followed, so that earlier events that come late
 * change nothing, and each version is followed once.
 */
export const followAsset = (ci: Ci, asset: AssetSnapshot, assetVersion: number, on: On): Decision<Ci> => {
  if ((ci.assetVersion ?? 0) >= assetVersion) return [];
  const followed: Partial<Ci> = { assetVersion, assetClassId: asset.ciClassId ?? ci.assetClassId };
  const isEnd = asset.state === "retired";
  const classed = reclassified(ci, asset, on.wanted);
  const chain = classed.length > 0 && on.wanted ? on.wanted : on.chain;
  const begun = after(ci, classed);
  const first = isEnd ? edited(begun, asset, chain) : moved(begun, asset, on);
  const between = after(begun, first);
  const second = isEnd ? moved(between, asset, on) : edited(between, asset, chain);
  const [begin, ...rest] = [...classed, ...first, ...second];
  if (begin) return [{ ...begin, changes: { ...begin.changes, ...followed } }, ...rest];
  return [occurred(CiUpdated, { ci: snapshotOf(ci) }, followed)];
};
