import type { Assembly, Resource } from "../parts.ts";
import { nameOf, outsideRange, unknownProperties } from "../template-check.ts";

type Key = { readonly AttributeName: string; readonly KeyType: string };
type Index = {
  readonly IndexName?: string;
  readonly KeySchema?: readonly Key[];
  readonly Projection?: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] };
};

const indexProperties = [
  "IndexName",
  "KeySchema",
  "Projection",
  "ProvisionedThroughput",
  "OnDemandThroughput",
  "WriteOnDemandThroughputSettings",
  "WriteProvisionedThroughputSettings",
  "ContributorInsightsSpecification",
  "WarmThroughput",
];
const replicaProperties = [
  "Region",
  "GlobalSecondaryIndexes",
  "PointInTimeRecoverySpecification",
  "DeletionProtectionEnabled",
  "SSESpecification",
  "TableClass",
  "Tags",
  "ContributorInsightsSpecification",
  "ReadOnDemandThroughputSettings",
  "ReadProvisionedThroughputSettings",
];
/** DynamoDB's quotas per table. */
const mostGlobalIndexes = 20;
const mostLocalIndexes = 5;

const keyProblems = (where: string, keys: readonly Key[] | undefined): readonly string[] => {
  const types = (keys ?? []).map(({ KeyType }) => KeyType).join(" ");
  return types === "HASH" || types === "HASH RANGE"
    ? []
    : [`${where}: KeySchema must be HASH, or HASH and RANGE, not "${types}"`];
};

const projectionProblems = (where: string, { Projection }: Index): readonly string[] => {
  const { ProjectionType, NonKeyAttributes = [] } = Projection ?? {};
  if (!["ALL", "KEYS_ONLY", "INCLUDE"].includes(String(ProjectionType)))
    return [`${where}: has no valid projection`];
  return (ProjectionType === "INCLUDE") === NonKeyAttributes.length > 0
    ? []
    : [`${where}: NonKeyAttributes go with ProjectionType INCLUDE, and only with it`];
};

const attributeProblems = (where: string, table: Resource, used: ReadonlySet<string>): readonly string[] => {
  const definitions: readonly { AttributeName: string; AttributeType: string }[] =
    table.properties.AttributeDefinitions ?? [];
  const defined = new Set(definitions.map(({ AttributeName }) => AttributeName));
  return [
    ...[...used]
      .filter((name) => !defined.has(name))
      .map((name) => `${where}: key attribute ${name} is not in AttributeDefinitions`),
    ...[...defined]
      .filter((name) => !used.has(name))
      .map((name) => `${where}: AttributeDefinitions names ${name}, which is no key`),
    ...definitions
      .filter(({ AttributeType }) => !["S", "N", "B"].includes(AttributeType))
      .map(
        ({ AttributeName, AttributeType }) =>
          `${where}: ${AttributeName} cannot be a key of type ${AttributeType}`,
      ),
  ];
};

const streamProblems = (where: string, { properties }: Resource): readonly string[] => {
  const { StreamSpecification: stream, TimeToLiveSpecification: ttl } = properties;
  return [
    ...unknownProperties(`${where}: StreamSpecification`, stream, ["StreamViewType", "StreamEnabled"]),
    ...unknownProperties(`${where}: TimeToLiveSpecification`, ttl, ["AttributeName", "Enabled"]),
    ...(stream === undefined ||
    ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"].includes(stream.StreamViewType)
      ? []
      : [`${where}: StreamViewType ${stream.StreamViewType} does not exist`]),
  ];
};

const replicaProblems = (
  where: string,
  { type, properties }: Resource,
  region: string,
): readonly string[] => {
  if (type !== "AWS::DynamoDB::GlobalTable") return [];
  const replicas: readonly { Region?: string }[] = properties.Replicas ?? [];
  const own = replicas.length === 1 && replicas[0]?.Region === region;
  return [
    ...replicas.flatMap((replica) => unknownProperties(`${where}: replica`, replica, replicaProperties)),
    ...(own
      ? []
      : [`${where}: needs exactly one replica, in ${region}: there is no second region on one machine`]),
  ];
};

const tableProblems = (table: Resource, region: string): readonly string[] => {
  const where = nameOf(table);
  const { KeySchema, GlobalSecondaryIndexes = [], LocalSecondaryIndexes = [] } = table.properties;
  const indexes: readonly Index[] = [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes];
  const names = indexes.map(({ IndexName }) => IndexName);
  const keys: readonly Key[] = [...(KeySchema ?? []), ...indexes.flatMap((index) => index.KeySchema ?? [])];
  return [
    ...keyProblems(where, KeySchema),
    ...indexes.flatMap((index) => {
      const here = `${where} index ${index.IndexName}`;
      return [
        ...unknownProperties(here, index, indexProperties),
        ...keyProblems(here, index.KeySchema),
        ...projectionProblems(here, index),
      ];
    }),
    ...(new Set(names).size === names.length ? [] : [`${where}: two indexes have one name`]),
    ...outsideRange(
      `${where}: number of global indexes`,
      GlobalSecondaryIndexes.length,
      0,
      mostGlobalIndexes,
    ),
    ...outsideRange(`${where}: number of local indexes`, LocalSecondaryIndexes.length, 0, mostLocalIndexes),
    ...attributeProblems(where, table, new Set(keys.map(({ AttributeName }) => AttributeName))),
    ...streamProblems(where, table),
    ...replicaProblems(where, table, region),
  ];
};

/** Everything about tables that DynamoDB would refuse or that the local cloud does not do. */
export const unsupportedTables = (assembly: Assembly, region: string): readonly string[] =>
  [...assembly.ofType("AWS::DynamoDB::Table"), ...assembly.ofType("AWS::DynamoDB::GlobalTable")].flatMap(
    (table) => tableProblems(table, region),
  );
