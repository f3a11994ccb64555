import type { Upstream } from "../../../infra/local/gateway/upstream.ts";
import { DatabaseFailure } from "./failure.ts";
import { type Item, NotModelled, pick } from "./item.ts";
import { type Query, query } from "./reads.ts";
import { createTable, type Table, type TableShape } from "./table.ts";
import { prepare, type Transaction, transactWrites, type Write, type WriteKind } from "./writes.ts";

/** A database of a simulation, with a look at all that is in it. */
export type Database = Upstream & { readonly items: () => Promise<ReadonlyMap<string, readonly Item[]>> };

type Named = { readonly TableName: string };
type Projection = {
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
};
type Keyed = Projection & { readonly Keys: readonly Item[] };
type Batch = { readonly RequestItems: Readonly<Record<string, Keyed>> };
type Read = Named & Projection & { readonly Key: Item };
type Iterating = { readonly StreamArn: string; readonly SequenceNumber?: string };
type Reading = { readonly ShardIterator: string; readonly Limit: number };

const shard = "shard-1";

/** Reads of a table's stream; an iterator is the table's name and how many records lie before it. */
const streamOperations = (tableOf: (name: string) => Table) => ({
  DescribeStream: () => ({ StreamDescription: { Shards: [{ ShardId: shard }] } }),
  GetShardIterator: ({ StreamArn, SequenceNumber = "0" }: Iterating) => ({
    ShardIterator: `${StreamArn} ${Number(SequenceNumber)}`,
  }),
  GetRecords: ({ ShardIterator, Limit }: Reading) => {
    const [name = "", before = ""] = ShardIterator.split(" ");
    const Records = tableOf(name).stream.from(Number(before), Limit);
    return { Records, NextShardIterator: `${name} ${Number(before) + Records.length}` };
  },
});

/** The attributes that are asked for, where it is not all of them. */
const projected = ({ ProjectionExpression, ExpressionAttributeNames: names = {} }: Projection) =>
  ProjectionExpression?.split(",").map((each) => {
    const path = each.trim();
    if (!/^#?\w+$/.test(path)) throw new NotModelled(`the projection ${ProjectionExpression}`);
    return names[path] ?? path;
  });

const createOperations = () => {
  const tables = new Map<string, Table>();
  /** Transactions that were done, by their token: who repeats one hears that it is done. */
  const done = new Map<string, string>();
  const tableOf = (name: string): Table => {
    const table = tables.get(name);
    if (table === undefined)
      throw new DatabaseFailure("ResourceNotFoundException", "Cannot do operations on a non-existent table");
    return table;
  };
  const single = (kind: WriteKind) => (write: Write) =>
    prepare(kind, write, tableOf(write.TableName)).apply();
  const get = ({ TableName, Key, ...wanted }: Read): Item | undefined => {
    const table = tableOf(TableName);
    const item = table.get(table.keyOf(Key));
    return item && pick(item, projected(wanted));
  };
  const operations = {
    CreateTable: (shape: TableShape) => void tables.set(shape.TableName, createTable(shape)),
    DescribeTable: ({ TableName }: Named) => {
      const { shape } = tableOf(TableName);
      return { Table: { ...shape, TableStatus: "ACTIVE", LatestStreamArn: TableName } };
    },
    GetItem: (request: Read) => ({ Item: get(request) }),
    BatchGetItem: ({ RequestItems }: Batch) => ({
      Responses: Object.fromEntries(
        Object.entries(RequestItems).map(([TableName, { Keys, ...wanted }]) => [
          TableName,
          // In no promised order: here in another one than that of the keys.
          Keys.map((Key) => get({ TableName, Key, ...wanted }))
            .filter((item) => item !== undefined)
            .toReversed(),
        ]),
      ),
      UnprocessedKeys: {},
    }),
    Query: (request: Query) => query(tableOf(request.TableName), request),
    PutItem: single("Put"),
    UpdateItem: single("Update"),
    DeleteItem: single("Delete"),
    TransactWriteItems: ({ ClientRequestToken: token = "", ...request }: Transaction) => {
      const text = JSON.stringify(request);
      const before = token === "" ? undefined : done.get(token);
      if (before !== undefined && before !== text)
        throw new DatabaseFailure("IdempotentParameterMismatchException", "The token came with other items");
      if (before !== undefined) return;
      transactWrites(request, tableOf);
      if (token !== "") done.set(token, text);
    },
    ...streamOperations(tableOf),
  };
  return { operations, tables };
};

type Operation = (request: unknown) => unknown;

/**
 * DynamoDB in this process's memory, as far as the product uses it: what it does not know it refuses, and the
 * run ends with that. It saves the JVM, whose answers `compared-database.ts` holds its own against.
 */
export const createMemoryDatabase = (): Database => {
  const { operations, tables } = createOperations();
  const answer = (status: number, value: unknown) => ({
    status,
    headers: { "content-type": "application/x-amz-json-1.0" },
    body: Buffer.from(JSON.stringify(value ?? {})),
  });
  return {
    call: async (target, body) => {
      const name = target.split(".").at(-1) ?? "";
      const operation = (operations as unknown as Readonly<Record<string, Operation>>)[name];
      if (operation === undefined) throw new NotModelled(target);
      try {
        return answer(200, operation(JSON.parse(body.toString())));
      } catch (error) {
        if (!(error instanceof DatabaseFailure)) throw error;
        const { type, message, more } = error;
        return answer(400, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message, ...more });
      }
    },
    close: () => undefined,
    items: async () =>
      new Map([...tables.keys()].toSorted().map((name) => [name, (tables.get(name) as Table).all()])),
  };
};
