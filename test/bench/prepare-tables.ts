import { CreateTableCommand, DescribeTableCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { seedCounter, seedIncidents } from "./seed-incidents.ts";

/** The incident service's table, as the template names it. */
export const incidentTableName = "steward-incident";
/** A table just like it that no function knows: what the bare SDK writes to. */
export const bareTableName = "bench-bare";
/** Incidents in it at the most. */
export const bareIncidents = 1000;

const makeTwin = async (client: DynamoDBDocumentClient): Promise<void> => {
  const { Table: like } = await client.send(new DescribeTableCommand({ TableName: incidentTableName }));
  if (like === undefined) throw new Error(`no table ${incidentTableName}`);
  const indexes = (like.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }));
  await client.send(
    new CreateTableCommand({
      TableName: bareTableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: like.AttributeDefinitions,
      KeySchema: like.KeySchema,
      GlobalSecondaryIndexes: indexes,
    }),
  );
};

/** Switches a table's stream: off while items of the past are written. */
export const setStream = (client: DynamoDBDocumentClient, TableName: string, on: boolean) =>
  client.send(
    new UpdateTableCommand({
      TableName,
      StreamSpecification: on
        ? { StreamEnabled: true, StreamViewType: "NEW_IMAGE" }
        : { StreamEnabled: false },
    }),
  );

/**
 * Fills the incident table with `count` incidents, and a twin of it. The streams are off meanwhile: these are
 * incidents of the past, whose events were delivered long ago.
 */
export const prepareTables = async (client: DynamoDBDocumentClient, count: number): Promise<void> => {
  const tables = [
    [incidentTableName, count],
    [bareTableName, Math.min(count, bareIncidents)],
  ] as const;
  await makeTwin(client);
  await setStream(client, incidentTableName, false);
  for (const [table, incidents] of tables) await seedIncidents(client, table, incidents);
  for (const [table] of tables) await setStream(client, table, true);
  // DynamoDB Local looks for a stream's first record among all streams' records, oldest first, at every write:
  // both streams must have one early, or the one that began later pays for every write to the other.
  for (const [table, incidents] of tables) await seedCounter(client, table, incidents);
};
