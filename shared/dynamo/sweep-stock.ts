import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { amountPrefix, cellPartition } from "./measure-writes.ts";
import { type Found, readAll } from "./query.ts";
import type { Scope } from "./scope.ts";

const amountsIn = (item: Found): readonly string[] =>
  Object.keys(item).filter((name) => name.startsWith(amountPrefix));

/** A cell of several items may add up to nothing though none of them is zero: each stays, and is read as it is. */
const isEmpty = (item: Found): boolean => amountsIn(item).every((name) => Number(item[name]) === 0);

const remove = async ({ client, table: TableName }: Scope, item: Found): Promise<void> => {
  const names = amountsIn(item);
  const command = new DeleteCommand({
    TableName,
    Key: { pk: item.pk, sk: item.sk },
    // Whatever was added meanwhile stays.
    ConditionExpression: names.map((_, at) => `#a${at} = :zero`).join(" AND "),
    ExpressionAttributeNames: Object.fromEntries(names.map((name, at) => [`#a${at}`, name])),
    ExpressionAttributeValues: { ":zero": 0 },
  });
  await client.send(command).catch((error: Error) => {
    if (!["ConditionalCheckFailedException", "TransactionConflictException"].includes(error.name))
      throw error;
  });
};

/**
 * Takes away the cells of what was there and is not any more, so that reading what is there now does not grow
 * with the past. Stops at the deadline (`performance.now()` scale); the next sweep finds the rest.
 */
export const sweepStock = async (
  scope: Scope,
  kind: string,
  dimension: string,
  deadline: number,
): Promise<void> => {
  for await (const items of readAll(scope, { partition: cellPartition(kind, dimension, undefined) }, 500))
    for (const item of items.filter(isEmpty)) {
      if (performance.now() > deadline) return;
      await remove(scope, item);
    }
};
