import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { table, tableName } from "./clients.ts";

/** Counts how often each thing's event arrived; what is indigestible fails until its code is cured. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: { itemIdentifier: string }[] = [];
  for (const record of event.Records) {
    const { detail } = JSON.parse(record.body);
    if (detail.name === "indigestible" && process.env.CURED === undefined) {
      failed.push({ itemIdentifier: record.messageId });
      console.log(JSON.stringify({ messageId: record.messageId, error: { message: "cannot digest it" } }));
    } else
      await table.update({
        TableName: tableName,
        Key: { pk: detail.id, sk: "seen" },
        UpdateExpression: "ADD times :one",
        ExpressionAttributeValues: { ":one": 1 },
      });
  }
  return { batchItemFailures: failed };
};
