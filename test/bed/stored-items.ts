import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";

export type StoredItem = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** DynamoDB Local keeps a database per access key and region; the local cloud always says this one. */
const region = "us-east-1";

/** Everything in every table of a database, by table name: what no reply can hide. */
export const storedItems = async (
  endpoint: string,
  database: string,
): Promise<ReadonlyMap<string, readonly StoredItem[]>> => {
  const credentials = { accessKeyId: database, secretAccessKey: "x" };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const { TableNames: tables = [] } = await client.send(new ListTablesCommand({}));
  const all = new Map<string, readonly StoredItem[]>();
  for (const table of tables) {
    const items: StoredItem[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName: table, ExclusiveStartKey: start }));
      items.push(...((page.Items ?? []) as StoredItem[]));
      start = page.LastEvaluatedKey;
    } while (start);
    all.set(table, items);
  }
  client.destroy();
  return all;
};
