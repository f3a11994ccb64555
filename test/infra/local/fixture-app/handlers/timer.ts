import { table, tableName } from "./clients.ts";

/** Counts how often a schedule fired. */
export const handler = async (): Promise<void> => {
  await table.update({
    TableName: tableName,
    Key: { pk: "timer", sk: "thing" },
    UpdateExpression: "ADD times :one",
    ExpressionAttributeValues: { ":one": 1 },
  });
};
