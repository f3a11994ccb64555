import { isSame } from "../../../shared/domain/is-same.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { occurred } from "../../../shared/dynamo/record.ts";
import { identitiesOf } from "../attributes.ts";
import type { Ci } from "../ci.ts";
import { type AttributeValue, CiReclassified, CiRegistered, CiUpdated } from "../events.ts";
import type { SourceKey } from "../imported-fields.ts";
import { type PrecedenceRule, unsaid } from "../precedence.ts";
import { type Dependents, reinstateCi, retireCi, snapshotOf } from "./ci.ts";
import type { ClassReader } from "./class-reader.ts";
import { factOf, type Kept, reconcile } from "./reconcile.ts";
import { partsOfValues, type Said } from "./said.ts";

/** Under what a source's word is taken. */
export type Reconciling = {
  readonly sourceId: string;
  readonly rules: readonly PrecedenceRule[];
  readonly now: string;
  /** Who depends on it, where the source says that it is gone. */
  readonly dependents: Dependents;
  /** The class that the CI is of now, where it is there. */
  readonly present: ClassReader | undefined;
};

export type Outcome = "created" | "updated" | "unchanged" | "retired" | "reinstated" | "conflict";

/** What a row means for a CI. */
export type Verdict = {
  readonly outcome: Outcome;
  readonly decision: Decision<Ci>;
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
  /** Why it is a conflict. */
  readonly reason?: string | undefined;
};

/** One attribute or fact, as it was and as it will be. */
export type Change = {
  readonly attribute: string;
  readonly from?: AttributeValue | undefined;
  readonly to?: AttributeValue | undefined;
};

const conflict = (reason: string): Verdict => ({
  outcome: "conflict",
  decision: [],
  changes: [],
  kept: [],
  reason,
});

const nothing: Verdict = { outcome: "unchanged", decision: [], changes: [], kept: [] };

const longestName = 200;

/** Events that say which source told of them: whoever hears of a change nobody decided here can ask why. */
const toldBy = (sourceId: string, decision: Decision<Ci>): Decision<Ci> =>
  decision.map((occurrence) => ({ ...occurrence, data: { ...(occurrence.data as object), sourceId } }));

/** A CI that nobody has heard of before. */
export const createFrom = (id: string, said: Said, { sourceId }: Pick<Reconciling, "sourceId">): Verdict => {
  const { facts, attributes } = partsOfValues(said.values);
  const values = { name: said.key.slice(0, longestName), criticality: "low" as const, ...facts };
  const name = String(values.name);
  const changes: Partial<Ci> = {
    ...(values as Partial<Ci>),
    restricted: false,
    state: "live",
    classId: said.class.id as Ci["classId"],
    classPath: said.class.chain.map((each) => each.id),
    attributes,
    identities: identitiesOf(said.class.chain, name, attributes),
    source: sourceId,
    sources: [{ sourceId, key: said.key, ...(said.at ? { at: said.at } : {}) }],
    origins: {
      name: unsaid,
      criticality: unsaid,
      ...Object.fromEntries(Object.keys(said.values).map((each) => [each, sourceId])),
    },
  };
  const ci = { id, ...changes } as Ci;
  return {
    outcome: "created",
    decision: [occurred(CiRegistered, { ci: snapshotOf(ci), sourceId }, changes)],
    changes: Object.entries(said.values).map(([attribute, to]) => ({ attribute, to })),
    kept: [],
  };
};

/** Who knows it, with what this source says now. */
const knownTo = (ci: Ci, { key, isGone, at }: Said, sourceId: string): Ci["sources"] => {
  const { sources = [] } = ci;
  // By its number here, no source knows it.
  if (key === ci.id) return ci.sources;
  const isOwn = (each: SourceKey): boolean => each.sourceId === sourceId && each.key === key;
  const is = sources.find(isOwn);
  const looked = at ?? is?.at;
  const own = { sourceId, key, ...(looked ? { at: looked } : {}), ...(isGone ? { isGone } : {}) };
  if (is && isSame(is, own)) return sources;
  return [...sources.filter((each) => !isOwn(each)), own];
};

/** Whether the source has said something newer already. */
const isOldNews = ({ sources }: Ci, { at, key }: Said, sourceId: string): boolean => {
  const known = sources?.find((each) => each.sourceId === sourceId && each.key === key)?.at;
  return at !== undefined && known !== undefined && Date.parse(at) < Date.parse(known);
};

/** The class a CI is of when a source has its word: the more special one of the two; undefined where they are strangers. */
const classAfter = (said: ClassReader, present: ClassReader): ClassReader | undefined => {
  if (present.lineage.includes(said.id)) return present;
  return said.lineage.includes(present.id) ? said : undefined;
};

const applied = (ci: Ci, decision: Decision<Ci>): Ci =>
  Object.assign({}, ci, ...decision.map(({ changes }) => changes)) as Ci;

const updates = (ci: Ci, said: Said, { sourceId, rules }: Reconciling, of: ClassReader) => {
  const { changes, origins, kept } = reconcile(ci, said, sourceId, rules);
  const { facts, attributes: set } = partsOfValues(changes);
  const attributes = { ...ci.attributes, ...set };
  const name = String(facts.name ?? ci.name);
  const wanted: Partial<Ci> = {
    ...(facts as Partial<Ci>),
    ...(Object.keys(set).length > 0 ? { attributes } : {}),
    ...(Object.keys(origins).length > 0 ? { origins: { ...ci.origins, ...origins } } : {}),
  };
  const sources = knownTo(ci, said, sourceId);
  if (sources !== (ci.sources ?? undefined)) wanted.sources = sources;
  if (of.id !== ci.classId) {
    wanted.classId = of.id as Ci["classId"];
    wanted.classPath = of.chain.map(({ id }) => id);
  }
  if (Object.keys(wanted).length > 0) {
    const identities = identitiesOf(of.chain, name, attributes);
    if (!isSame(identities, ci.identities)) wanted.identities = identities;
  }
  return { wanted, kept, attributes: Object.keys(changes) };
};

const told = (ci: Ci, wanted: Partial<Ci>): Decision<Ci> => {
  if (Object.keys(wanted).length === 0) return [];
  const after = { ci: snapshotOf({ ...ci, ...wanted }) };
  if (wanted.classId === undefined) return [occurred(CiUpdated, after, wanted)];
  return [occurred(CiReclassified, { ...after, fromClassId: ci.classId, dropped: [] }, wanted)];
};

const retireFor = (ci: Ci, said: Said, on: Reconciling): Verdict => {
  const sources = knownTo(ci, said, on.sourceId);
  if (sources === ci.sources) return nothing;
  const seen = told(ci, { sources });
  // While another source still sees it, it is there.
  const isThere = sources?.some(({ isGone }) => !isGone) || ci.state === "retired";
  const decision = isThere ? seen : [...seen, ...retireCi(applied(ci, seen), on.dependents, on.now)];
  return {
    outcome: isThere ? "updated" : "retired",
    decision: toldBy(on.sourceId, decision),
    changes: [],
    kept: [],
  };
};

/** What a source says of a CI that is known: only what is new is written, and only where its word counts. */
export const reconcileCi = (ci: Ci, said: Said, on: Reconciling): Verdict => {
  if (isOldNews(ci, said, on.sourceId)) return nothing;
  if (said.isGone) return retireFor(ci, said, on);
  const of = on.present && classAfter(said.class, on.present);
  if (!of) return conflict(`It is a ${ci.classId} here, the source says ${said.class.id}`);
  const wasGone = ci.sources?.some(({ sourceId, isGone }) => sourceId === on.sourceId && isGone);
  if (ci.state === "retired" && !wasGone) return conflict("It was retired, and the source still sees it");
  const back = ci.state === "retired" ? reinstateCi(ci) : [];
  const there = applied(ci, back);
  const { wanted, kept, attributes } = updates(there, said, on, of);
  const decision = [...back, ...told(there, wanted)];
  const after = applied(there, told(there, wanted));
  const changes = attributes.map((attribute) => ({
    attribute,
    from: factOf(there, attribute),
    to: factOf(after, attribute),
  }));
  const outcome = decision.length === 0 ? "unchanged" : back.length > 0 ? "reinstated" : "updated";
  return { outcome, decision: toldBy(on.sourceId, decision), changes, kept };
};
