import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { readAll } from "./query.ts";
import type { Scope } from "./scope.ts";
import { expiryAttribute } from "./table-definition.ts";

/** How often a name was counted in its group. */
export type Counted = { readonly name: string; readonly count: number };

/** Counts for statistics, where one too many after a lost answer does no harm; forgotten after a while. */
export type Counts = {
  readonly add: (group: string, name: string, keepSeconds: number) => Promise<void>;
  /** All of a group that are not forgotten. */
  readonly all: (group: string) => Promise<readonly Counted[]>;
};

export const createCounts = (scope: Scope): Counts => {
  const partition = (group: string): string => `COUNTED#${group}`;
  const seconds = (): number => Math.floor(scope.clock.now().getTime() / 1000);
  return {
    add: async (group, name, keepSeconds) => {
      const update = new UpdateCommand({
        TableName: scope.table,
        Key: { pk: partition(group), sk: name },
        UpdateExpression: "ADD #count :one SET #expires = :end",
        ExpressionAttributeNames: { "#count": "count", "#expires": expiryAttribute },
        ExpressionAttributeValues: { ":one": 1, ":end": seconds() + keepSeconds },
      });
      await scope.client.send(update);
    },
    all: async (group) => {
      const found: Counted[] = [];
      for await (const items of readAll(scope, { partition: partition(group) }))
        for (const { sk, count, [expiryAttribute]: end } of items)
          if (Number(end) > seconds()) found.push({ name: String(sk), count: Number(count) });
      return found;
    },
  };
};
