import { isSame } from "../../../shared/domain/is-same.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { type ClassChain, identitiesOf } from "../attributes.ts";
import type { Ci } from "../ci.ts";
import { type Duplicate, duplicateLifecycle, type Likeness } from "../ci-duplicate.ts";
import { type AttributeValue, CiRetired } from "../events.ts";
import {
  CiDuplicateDismissed,
  CiDuplicateFound,
  CiDuplicateMerged,
  CiDuplicateReopened,
  CiMerged,
  CiMergeStarted,
} from "../events-quality.ts";
import { snapshotOf } from "./ci.ts";
import { factOf } from "./reconcile.ts";
import { redundancyTexts } from "./redundancy-texts.ts";
import { factNames, groupsFact, partsOfValues } from "./said.ts";

const happened = (
  event: typeof CiDuplicateFound,
  before: Partial<Duplicate>,
  changes: Partial<Duplicate>,
): Decision<Duplicate> => {
  const { id, state, ciIds, survivorId } = { ...before, ...changes } as Duplicate;
  return [occurred(event, { duplicate: { id, state, ciIds, survivorId } }, changes)];
};

export const proposeDuplicate = (
  id: string,
  ciIds: readonly string[],
  likeness: Likeness,
): Decision<Duplicate> => happened(CiDuplicateFound, { id }, { ciIds: [...ciIds], likeness, state: "open" });

export const dismissDuplicate = (before: Duplicate, reason: string): Decision<Duplicate> =>
  happened(CiDuplicateDismissed, before, {
    state: duplicateLifecycle.next(before.state, "dismiss"),
    dismissal: reason,
  });

export const reopenDuplicate = (before: Duplicate): Decision<Duplicate> =>
  happened(CiDuplicateReopened, before, {
    state: duplicateLifecycle.next(before.state, "reopen"),
    dismissal: undefined,
  });

export const mergeDuplicate = (
  before: Duplicate,
  {
    gone = [],
    survivorId = before.ciIds.find((each) => !gone.includes(each)) ?? before.ciIds[0],
    take,
  }: {
    /** Those of the two that are retired: what is there does not go into what is not. */
    readonly gone?: readonly string[];
    readonly survivorId?: string | undefined;
    readonly take: readonly string[];
  },
): Decision<Duplicate> => {
  const state = duplicateLifecycle.next(before.state, "merge");
  if (survivorId === undefined || !before.ciIds.includes(survivorId))
    throw new Refusal("rule_violation", `One of ${before.ciIds.join(" and ")} stays`);
  if (gone.includes(survivorId) && gone.length < before.ciIds.length)
    throw new Refusal("rule_violation", `${survivorId} is retired: the other one stays`);
  return happened(CiMergeStarted, before, { state, survivorId, take: [...take] });
};

export const finishMerge = (before: Duplicate): Decision<Duplicate> =>
  before.state === "merging"
    ? happened(CiDuplicateMerged, before, { state: duplicateLifecycle.next(before.state, "finish") })
    : [];

/**
 * The CI that goes: retired, pointing to the one that stays. Its sources' keys, its identities and its asset are free
 * from then on for the other; what it was stays readable.
 */
export const goInto = (ci: Ci, survivorId: string, now: string): Decision<Ci> => {
  if (ci.supersededBy === survivorId) return [];
  const changes: Partial<Ci> = {
    state: "retired",
    retiredAt: ci.retiredAt ?? now,
    supersededBy: survivorId,
    sources: undefined,
    formerSources: ci.sources,
    assetId: undefined,
    formerAssetId: ci.assetId,
    identities: [],
  };
  return [occurred(CiRetired, { ci: snapshotOf({ ...ci, ...changes }), dependents: 0 }, changes)];
};

/**
 * Redundancy groups of both: relations that move over keep the group they count in. Of a group that both have the
 * one that stays says how much it needs, unless the other's word is wanted.
 */
const groupsOfBoth = (ci: Ci, other: Ci, isTaken: boolean): string[] => {
  const [own = [], theirs = []] = [ci.redundancy, other.redundancy];
  const [first, second] = isTaken ? [theirs, own] : [own, theirs];
  const there = new Set(first.map(({ group }) => group));
  return redundancyTexts([...first, ...second.filter(({ group }) => !there.has(group))]);
};

/** What the one that stays takes over: what it does not have, and what somebody wants from the other. */
const takenOver = (ci: Ci, other: Ci, take: readonly string[]) => {
  const values: Record<string, AttributeValue> = {};
  const origins: Record<string, string> = {};
  for (const name of [...factNames, ...Object.keys(other.attributes)]) {
    const theirs = factOf(other, name);
    const own = factOf(ci, name);
    const isTaken = own === undefined || take.includes(name);
    const all = name === groupsFact ? groupsOfBoth(ci, other, isTaken) : theirs;
    if (theirs === undefined || (!isTaken && (name !== groupsFact || isSame(all, own)))) continue;
    values[name] = all as AttributeValue;
    const origin = other.origins?.[name];
    // What was put together from both is no source's word: whoever merges them says so.
    if (origin !== undefined && isSame(all, theirs)) origins[name] = origin;
  }
  return { values, origins };
};

/** The CI that stays has what the other had; by what the other was known it is known now. */
export const takeOver = (ci: Ci, other: Ci, take: readonly string[], chain: ClassChain): Decision<Ci> => {
  if (ci.mergedIds?.includes(other.id)) return [];
  const theirs = { ...other, assetId: other.formerAssetId };
  const { values, origins } = takenOver(ci, theirs, take);
  const { assetVersion, assetClassId } = values.assetId === undefined ? ci : other;
  const { facts, attributes: set } = partsOfValues(values);
  const attributes = { ...ci.attributes, ...set };
  const name = String(facts.name ?? ci.name);
  const own = Object.fromEntries(Object.entries(ci.origins ?? {}).filter(([each]) => !(each in values)));
  const all = { ...own, ...origins };
  // Of one source that knows both, the key that is second here says nothing any more.
  const known = new Set(ci.sources?.map(({ sourceId }) => sourceId));
  const second = (other.formerSources ?? []).map((each) =>
    known.has(each.sourceId) ? { ...each, isSecond: true } : each,
  );
  const sources = [...(ci.sources ?? []), ...second];
  const changes: Partial<Ci> = {
    ...(facts as Partial<Ci>),
    attributes,
    identities: identitiesOf(chain, name, attributes),
    ...(sources.length > 0 ? { sources } : {}),
    ...(Object.keys(all).length > 0 ? { origins: all } : {}),
    ...(assetVersion === undefined ? {} : { assetVersion, assetClassId }),
    // With those that went into the other before: whatever names one of them is about this one.
    mergedIds: [...new Set([...(ci.mergedIds ?? []), other.id, ...(other.mergedIds ?? [])])],
  };
  return [occurred(CiMerged, { ci: snapshotOf({ ...ci, ...changes }), mergedId: other.id }, changes)];
};
