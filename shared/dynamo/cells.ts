import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "./scope.ts";

/** A value under a name and how often it was replaced; edition 0 is what nobody has written yet. */
export type Cell<T> = { readonly edition: number; readonly value: T | undefined };

/** Small values that the service keeps for itself, each replaced only by who has seen the present one. */
export type Cells = {
  readonly load: <T>(name: string) => Promise<Cell<T>>;
  /** False, and nothing written, where somebody else was faster. */
  readonly replace: <T>(name: string, edition: number, value: T) => Promise<boolean>;
};

export const createCells = ({ client, table: TableName }: Scope): Cells => {
  const keyOf = (name: string) => ({ pk: `CELL#${name}`, sk: "CELL" });
  return {
    load: async <T>(name: string) => {
      const get = new GetCommand({ TableName, Key: keyOf(name), ConsistentRead: true });
      const { Item: item } = await client.send(get);
      return { edition: Number(item?.edition ?? 0), value: item?.value as T | undefined };
    },
    replace: async (name, edition, value) => {
      const guard =
        edition === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : { ConditionExpression: "edition = :e", ExpressionAttributeValues: { ":e": edition } };
      const Item = { ...keyOf(name), edition: edition + 1, value };
      try {
        await client.send(new PutCommand({ TableName, Item, ...guard }));
        return true;
      } catch (error) {
        if ((error as Error).name === "ConditionalCheckFailedException") return false;
        throw error;
      }
    },
  };
};
