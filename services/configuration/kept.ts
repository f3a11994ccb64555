import { occurred } from "../../shared/dynamo/record.ts";
import type { Tell } from "../../shared/kept/kept.ts";
import { keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { Baseline, BaselineFields, BaselineId } from "./baseline.ts";
import { CiClass, CiClassFields, CiClassId } from "./ci-class.ts";
import { listCiClasses } from "./endpoints/list-ci-classes.ts";
import { listRelationTypes } from "./endpoints/list-relation-types.ts";
import { BaselineChanged, CiClassChanged, RelationTypeChanged } from "./events.ts";
import { mustBeSensible, mustHaveBegun, mustNameClasses } from "./named.ts";
import { RelationType, RelationTypeFields, RelationTypeId } from "./relation-type.ts";
import { seededClasses } from "./seeds/classes.ts";
import { seededRelationTypes } from "./seeds/relation-types.ts";
import { type ConfigurationContext, paths } from "./table.ts";

const tellOfClass: Tell<CiClass> = (after, changes) => {
  const { id, name, parentId, state, abstract } = after;
  const ciClass = { id, name, parentId, abstract, retired: state === "retired" };
  return occurred(CiClassChanged, { ciClass }, changes);
};

const tellOfType: Tell<RelationType> = (after, changes) => {
  const { id, name, reverseName, state } = after;
  const relationType = { id, name, reverseName, retired: state === "retired" };
  return occurred(RelationTypeChanged, { relationType }, changes);
};

const tellOfBaseline: Tell<Baseline> = (after, changes) => {
  const { id, name, at, ciIds, state } = after;
  return occurred(
    BaselineChanged,
    { baseline: { id, name, at, ciIds, retired: state === "retired" } },
    changes,
  );
};

const access = {
  read: "configuration:read_all",
  write: "configuration:administer",
  history: "configuration:read_all",
  mayWrite: () => true,
} as const;

/** What there can be in the CMDB: classes of CIs and types of relations, seeded and extended at run time. */
export const keptHere = [
  ...keptEndpoints<ConfigurationContext, CiClass, typeof CiClassFields>({
    ...access,
    noun: ["CiClass", "CiClasses"],
    title: "a class of configuration items",
    summaries: {
      create: "Make a class below another one, whose attributes it inherits",
      replace: "Say anew what a class asks for; its CIs stay, and answer to it when they are next written",
      retire: "No CI may be registered in it any more; those it has stay",
      restore: "CIs may be registered in it again",
    },
    path: paths.ciClass,
    id: ["ciClassId", CiClassId],
    choosesId: true,
    isBuiltIn: (id) => seededClasses.has(id),
    fixed: ["parentId"],
    fields: CiClassFields,
    reply: CiClass,
    listed: CiClass,
    list: listCiClasses,
    tell: tellOfClass,
    records: ({ classes }) => classes,
    check: mustBeSensible,
    refusals: ["rule_violation"],
  }),
  ...keptEndpoints<ConfigurationContext, RelationType, typeof RelationTypeFields>({
    ...access,
    noun: ["RelationType", "RelationTypes"],
    title: "a type of relation",
    summaries: {
      create: "Make a type of relation with a name in both directions and the classes it may tie",
      replace: "Say anew what it is called and what it may tie; relations that are there stay",
      retire: "No CIs may be related by it any more; those that are stay so",
      restore: "CIs may be related by it again",
    },
    path: paths.relationType,
    id: ["relationTypeId", RelationTypeId],
    choosesId: true,
    isBuiltIn: (id) => seededRelationTypes.has(id),
    fixed: ["impact"],
    fields: RelationTypeFields,
    reply: RelationType,
    listed: RelationType,
    list: listRelationTypes,
    tell: tellOfType,
    records: ({ relationTypes }) => relationTypes,
    check: mustNameClasses,
    refusals: ["rule_violation"],
  }),
  ...keptEndpoints<ConfigurationContext, Baseline, typeof BaselineFields>({
    ...access,
    write: "configuration:write",
    noun: ["Baseline", "Baselines"],
    title: "a configuration baseline",
    summaries: {
      create: "Hold fast how something and all it needs is now, or was at an instant",
      replace: "Call it otherwise; what it holds fast stays",
    },
    path: paths.baseline,
    id: ["baselineId", BaselineId],
    fixed: ["ciIds", "direction", "depth", "at"],
    fields: BaselineFields,
    reply: Baseline,
    listed: Baseline.omit({ description: true }).meta({ id: "ListedCiBaseline" }),
    tell: tellOfBaseline,
    records: ({ baselines }) => baselines,
    check: mustHaveBegun,
    refusals: ["rule_violation"],
  }),
];
