import { setTimeout as sleep } from "node:timers/promises";
import type { Upstream } from "../gateway/upstream.ts";
import type { Assembly, Resource } from "../parts.ts";

type Description = {
  readonly Table?: {
    readonly TableStatus?: string;
    readonly LatestStreamArn?: string;
    readonly KeySchema?: unknown;
    readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string }[];
  };
};
type Index = { readonly IndexName: string; readonly KeySchema: unknown; readonly Projection: unknown };

const indexOf = ({ IndexName, KeySchema, Projection }: Index) => ({ IndexName, KeySchema, Projection });

/** The request that makes a table as the template has it; capacity is not simulated, so all are on demand. */
const creationOf = ({ ref, properties }: Resource): Readonly<Record<string, unknown>> => {
  const {
    GlobalSecondaryIndexes: global = [],
    LocalSecondaryIndexes: local = [],
    StreamSpecification: stream,
  } = properties;
  return {
    TableName: ref,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    ...(global.length > 0 ? { GlobalSecondaryIndexes: global.map(indexOf) } : {}),
    ...(local.length > 0 ? { LocalSecondaryIndexes: local.map(indexOf) } : {}),
    ...(stream === undefined
      ? {}
      : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType } }),
  };
};

const namesOf = (indexes: readonly Index[] | undefined): string =>
  (indexes ?? [])
    .map(({ IndexName }) => IndexName)
    .toSorted()
    .join(", ");

/** What was changed in the template since the table was made, if it cannot be carried over. */
const difference = ({ ref, properties }: Resource, { Table = {} }: Description): string | undefined => {
  if (JSON.stringify(Table.KeySchema) !== JSON.stringify(properties.KeySchema))
    return `the keys of table ${ref}`;
  const has = namesOf(Table.GlobalSecondaryIndexes as readonly Index[] | undefined);
  const wanted = namesOf(properties.GlobalSecondaryIndexes);
  return has === wanted
    ? undefined
    : `the indexes of table ${ref} (${has || "none"}; now ${wanted || "none"})`;
};

/** Stored tables and the template disagree; the message says what to do. */
export class StoredTablesDiffer extends Error {}

/** Makes tables, indexes and streams that are not there yet; what is there keeps its data. */
export const ensureTables = async (assembly: Assembly, upstream: Upstream): Promise<void> => {
  const call = async (
    operation: string,
    request: unknown,
  ): Promise<{ status: number; reply: Description & { readonly Message?: string } }> => {
    const { status, body } = await upstream.call(`DynamoDB_20120810.${operation}`, JSON.stringify(request));
    return { status, reply: JSON.parse(body.toString()) };
  };
  const untilActive = async (TableName: string): Promise<void> => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { reply } = await call("DescribeTable", { TableName });
      if (reply.Table?.TableStatus === "ACTIVE") return;
      await sleep(50);
    }
    throw new Error(`table ${TableName} does not become active`);
  };
  const ensure = async (resource: Resource): Promise<string | undefined> => {
    const { status, reply } = await call("DescribeTable", { TableName: resource.ref });
    if (status === 200) return difference(resource, reply);
    const created = await call("CreateTable", creationOf(resource));
    if (created.status !== 200)
      throw new Error(`table ${resource.ref} cannot be made: ${created.reply.Message}`);
    await untilActive(resource.ref);
    return undefined;
  };
  const tables = [
    ...assembly.ofType("AWS::DynamoDB::Table"),
    ...assembly.ofType("AWS::DynamoDB::GlobalTable"),
  ];
  const differences = (await Promise.all(tables.map(ensure))).filter((each) => each !== undefined);
  if (differences.length > 0)
    throw new StoredTablesDiffer(
      `the template changed ${differences.join(", ")}; begin anew with "npm start -- --fresh"`,
    );
};
