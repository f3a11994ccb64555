import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "./scope.ts";

/** The next people-facing numbers of a kind, such as INC0001234, so many at once: one atomic update. */
export const nextNumbers = async (
  scope: Scope,
  prefix: string,
  count: number,
): Promise<readonly string[]> => {
  const { Attributes: counter } = await scope.client.send(
    new UpdateCommand({
      TableName: scope.table,
      Key: { pk: `COUNTER#${prefix}`, sk: "COUNTER" },
      UpdateExpression: "ADD #last :count",
      ExpressionAttributeNames: { "#last": "last" },
      ExpressionAttributeValues: { ":count": count },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  const last = Number(counter?.last);
  const numbers = Array.from({ length: count }, (_, at) => last - count + 1 + at);
  return numbers.map((number) => prefix + String(number).padStart(7, "0"));
};

/**
 * The next one. A number whose record was not written in the end stays unused; gaps are allowed, repeats are
 * not.
 */
export const nextNumber = async (scope: Scope, prefix: string): Promise<string> => {
  const [number = ""] = await nextNumbers(scope, prefix, 1);
  return number;
};
