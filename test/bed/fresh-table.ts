import { randomUUID } from "node:crypto";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { quietLogger } from "../../shared/dynamo/client.ts";
import {
  indexAttributes,
  projectedAttributes,
  type TableDefinition,
} from "../../shared/dynamo/table-definition.ts";
import { provide } from "./provisions.ts";

const text = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
const keys = (partition: string, order: string) => [
  { AttributeName: partition, KeyType: "HASH" as const },
  { AttributeName: order, KeyType: "RANGE" as const },
];

const creation = (TableName: string, { indexes }: TableDefinition): CreateTableCommand => {
  const named = Object.keys(indexes).map((IndexName) => ({ IndexName, ...indexAttributes(IndexName) }));
  return new CreateTableCommand({
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: keys("pk", "sk"),
    AttributeDefinitions: ["pk", "sk", ...named.flatMap(({ partition, order }) => [partition, order])].map(
      text,
    ),
    GlobalSecondaryIndexes: named.map(({ IndexName, partition, order }) => ({
      IndexName,
      KeySchema: keys(partition, order),
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...projectedAttributes] },
    })),
  });
};

/** A table of this definition in a database of its own behind an endpoint. */
export const tableAt = async (endpoint: string, definition: TableDefinition) => {
  const accessKeyId = randomUUID().replaceAll("-", "");
  const table = `test-${accessKeyId}`;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: "eu-west-1",
      credentials: { accessKeyId, secretAccessKey: "x" },
      logger: quietLogger,
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  await client.send(creation(table, definition));
  const itemsOf = async (pk: string) => {
    const query = {
      TableName: table,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
    };
    return (await client.send(new QueryCommand(query))).Items ?? [];
  };
  return { table, client, itemsOf, stop: () => client.destroy() };
};

/** The same for tests of the stores alone. */
export const freshTable = async (definition: TableDefinition) =>
  tableAt((await provide("dynamodb")).endpoint, definition);
export type FreshTable = Awaited<ReturnType<typeof freshTable>>;
