import { CreateTableCommand, DescribeTableCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { seedIncidents } from "./seed-incidents.ts";

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
      StreamSpecification: like.StreamSpecification,
    }),
  );
};

const setStream = (client: DynamoDBDocumentClient, on: boolean) =>
  client.send(
    new UpdateTableCommand({
      TableName: incidentTableName,
      StreamSpecification: on
        ? { StreamEnabled: true, StreamViewType: "NEW_IMAGE" }
        : { StreamEnabled: false },
    }),
  );

/**
 * Fills the incident table with `count` incidents, and a twin of it. The stream is off meanwhile: these are
 * incidents of the past, whose events were delivered long ago.
 */
export const prepareTables = async (client: DynamoDBDocumentClient, count: number): Promise<void> => {
  await makeTwin(client);
  await setStream(client, false);
  await seedIncidents(client, incidentTableName, count);
  await setStream(client, true);
  await seedIncidents(client, bareTableName, Math.min(count, bareIncidents));
};
