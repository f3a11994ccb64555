import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { incidentProjection } from "../../services/problem/incident-projection.ts";
import type { Consumed } from "./observe.ts";
import type { OwnCloud } from "./own-cloud.ts";

const table = "steward-problem";

/** A client of the cloud's database, past its gateway. */
export const databaseClient = ({ endpoint, database }: OwnCloud["dynamoDb"]): DynamoDBDocumentClient => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: database, secretAccessKey: "local" },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
};

/** What the problem service knows of the incidents, read from its table: there is no call that tells. */
export const readConsumed = async (dynamoDb: OwnCloud["dynamoDb"]): Promise<Consumed> => {
  const client = databaseClient(dynamoDb);
  const known = new Map<string, { readonly sequence: number; readonly state: string }>();
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: "sk = :projection",
        ExpressionAttributeValues: { ":projection": "PROJECTION" },
        ExclusiveStartKey: start,
      }),
    );
    for (const { pk, sequence, value } of page.Items ?? [])
      known.set(String(pk).slice(incidentProjection.kind.length + 1), { sequence, state: value.state });
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  client.destroy();
  return { known };
};
