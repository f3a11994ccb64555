import type { Bundles } from "../../shared/dynamo/bundles.ts";
import type { Projections } from "../../shared/dynamo/projections.ts";
import type { HistoryEntry, RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { IndexKey, TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import type { HeldRecord } from "../../shared/holdings/holdings.ts";
import { keptIndexes } from "../../shared/kept/kept.ts";
import { viewBaseline, viewCi, viewModel, viewRelation } from "./access.ts";
import type { Assessment } from "./assessment.ts";
import { attestIndexes } from "./attest/table.ts";
import type { Baseline } from "./baseline.ts";
import type { Ci } from "./ci.ts";
import type { CiClass } from "./ci-class.ts";
import { placeInClass } from "./class-list.ts";
import { sourceClaim } from "./decisions/match.ts";
import type { Followed } from "./followed-change.ts";
import type { ImportingContext } from "./import/context.ts";
import { importIndexes } from "./import/table.ts";
import type { KnownArticle } from "./known-article.ts";
import type { KnownAsset } from "./known-asset.ts";
import type { KnownChange } from "./known-change.ts";
import type { KnownIncident } from "./known-incident.ts";
import type { KnownProblem } from "./known-problem.ts";
import type { ModelReader } from "./model-reader.ts";
import { qualityIndexes } from "./quality/table.ts";
import type { CiQuery } from "./query/ci-query.ts";
import type { QueryCount } from "./query/query-count.ts";
import type { Relation } from "./relation.ts";
import type { RelationType } from "./relation-type.ts";
import { seededClasses } from "./seeds/classes.ts";
import { seededRelationTypes } from "./seeds/relation-types.ts";
import { tiesOf, tiesOfCi } from "./ties-of.ts";

/** Every question asked of the table. */
export const configurationTable: TableDefinition = {
  indexes: {
    cisByClass: "CIs of a class and of those below it that are not retired, by class, then by name",
    cisByName: "CIs that are not retired, by the first letter of their name, by name",
    cisByOwner: "CIs that a person answers for, but for retired ones, by name",
    cisByTeam: "CIs that a team looks after, but for retired ones, by name",
    cisByState: "CIs in a state by name",
    cisByTarget: "CIs tied to something: the service they belong to, the asset they are",
    relationsFrom: "Relations of a CI that is their `from`, by type",
    relationsTo: "Relations of a CI that is their `to`, by type",
    keptByState:
      "Classes, types of relations, baselines, sources and queries that were written, in a state, by name; queries that are counted",
    ...importIndexes,
    ...qualityIndexes,
    ...attestIndexes,
  },
};

/** Where classes and types are in the API, and by that in lists. */
export const paths = {
  ciClass: "ci-classes",
  relationType: "relation-types",
  baseline: "ci-baselines",
} as const;

const key = (partition: string | undefined, order: string): IndexKey | undefined =>
  partition === undefined ? undefined : { partition, order };

/** How names are ordered and found: case is nothing to people. */
export const plainName = (name: string): string => name.toLowerCase();
export const firstLetter = (name: string): string => [...plainName(name)][0] ?? "";

/** What a CI is found by besides its own fields. */
export const target = {
  service: (id: string) => `service#${id}`,
  asset: (id: string) => `asset#${id}`,
};

export const ciRecords: RecordType<Ci> = {
  prefix: "CI",
  indexes: ({ id, name, classPath, state, ownerId, teamId }) => {
    const order = `${plainName(name)}#${id}`;
    const whenThere = (partition: string | undefined) =>
      state === "retired" ? undefined : key(partition, order);
    return {
      cisByClass: state === "retired" ? undefined : placeInClass(classPath, plainName(name), id),
      cisByName: whenThere(firstLetter(name)),
      cisByOwner: whenThere(ownerId),
      cisByTeam: whenThere(teamId),
      cisByState: key(state, order),
    };
  },
  edges: ({ id, name, serviceIds = [], assetId }) =>
    [...serviceIds.map(target.service), ...(assetId === undefined ? [] : [target.asset(assetId)])].map(
      (to) => ({ index: "cisByTarget", target: to, order: `${plainName(name)}#${id}` }),
    ),
  ties: tiesOfCi,
  claims: ({ identities, sources = [] }) => [
    ...identities,
    ...sources.map(({ sourceId, key }) => sourceClaim(sourceId, key)),
  ],
  long: ["description", "attributes", "identities", "sources", "origins", "formerSources", "followedChanges"],
  view: viewCi,
  viewEntry: withoutSnapshot("ci"),
};

/** How a relation is stored, and what its periods were before, is nothing to read. */
const mechanical = ["past", "parts"];

const withoutMechanics = (_actor: unknown, _record: unknown, { changes, data, ...entry }: HistoryEntry) => {
  const { relation: _snapshot, ...rest } = data;
  const told = Object.entries(changes).filter(([field]) => !mechanical.includes(field));
  return { ...entry, data: rest, changes: Object.fromEntries(told) };
};

export const relationRecords: RecordType<Relation> = {
  prefix: "REL",
  indexes: ({ fromId, toId, typeId, state }) => ({
    relationsFrom: key(state === "active" ? fromId : undefined, `${typeId}#${toId}`),
    relationsTo: key(state === "active" ? toId : undefined, `${typeId}#${fromId}`),
  }),
  ties: tiesOf,
  long: ["past", "parts"],
  view: viewRelation,
  viewEntry: withoutMechanics,
};

export const classRecords: RecordType<CiClass> = {
  prefix: "CLASS",
  initial: (id) => seededClasses.get(id),
  indexes: keptIndexes(paths.ciClass),
  long: ["description"],
  view: viewModel,
  viewEntry: withoutSnapshot("ciClass"),
};

export const relationTypeRecords: RecordType<RelationType> = {
  prefix: "TYPE",
  initial: (id) => seededRelationTypes.get(id),
  indexes: keptIndexes(paths.relationType),
  long: ["description"],
  view: viewModel,
  viewEntry: withoutSnapshot("relationType"),
};

export const baselineRecords: RecordType<Baseline> = {
  prefix: "BSL",
  indexes: keptIndexes(paths.baseline),
  long: ["description"],
  view: viewBaseline,
  viewEntry: withoutSnapshot("baseline"),
};

/** What the handlers of this service work with. */
export type ConfigurationContext = ImportingContext & {
  readonly cis: Records<Ci>;
  /** The same whatever the actor may see: for working out what is impacted, never to be shown. */
  readonly allCis: Records<Ci>;
  readonly relations: Records<Relation>;
  readonly classes: Records<CiClass>;
  readonly relationTypes: Records<RelationType>;
  /** Classes and types as they are used; what was changed meanwhile is seen within seconds. */
  readonly model: ModelReader;
  readonly bundles: Bundles;
  readonly baselines: Records<Baseline>;
  readonly queries: Records<CiQuery>;
  readonly queryCounts: Records<QueryCount>;
  readonly assessments: Records<Assessment>;
  readonly followed: Records<Followed>;
  readonly incidents: Projections<KnownIncident>;
  readonly changes: Projections<KnownChange>;
  readonly assets: Projections<KnownAsset>;
  readonly articles: Projections<KnownArticle>;
  readonly problems: Projections<KnownProblem>;
  /** What it last answered to departures. */
  readonly held: Records<HeldRecord>;
  readonly now: () => string;
};
