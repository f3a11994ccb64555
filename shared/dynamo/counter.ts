import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "./scope.ts";

/**
 * The next people-facing number of a kind, such as INC0001234: one atomic update. A number whose record was
 * not written in the end stays unused; gaps are allowed, repeats are not.
 */
export const nextNumber = async (scope: Scope, prefix: string): Promise<string> => {
  const { Attributes: counter } = await scope.client.send(
    new UpdateCommand({
      TableName: scope.table,
      Key: { pk: `COUNTER#${prefix}`, sk: "COUNTER" },
      UpdateExpression: "ADD #last :one",
      ExpressionAttributeNames: { "#last": "last" },
      ExpressionAttributeValues: { ":one": 1 },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  return prefix + String(counter?.last).padStart(7, "0");
};
