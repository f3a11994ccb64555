import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import type { Position } from "./cursor.ts";
import { getByKeys } from "./get-by-keys.ts";
import { type Ask, readPages, type TablePage } from "./query.ts";
import type { Scope } from "./scope.ts";
import { indexAttributes } from "./table-definition.ts";
import { transact } from "./transaction.ts";

/** Something noted beside a record under a name, and where it is found in an index. */
export type Mark = {
  readonly id: string;
  readonly name: string;
  readonly partition: string;
  readonly order: string;
};
export type MarkKey = Pick<Mark, "id" | "name">;

/**
 * Notes beside records that are not worth a version and an event of them each, found in an index of their own:
 * until when somebody vouches for a record, what a sweep found about it. The list behind them is the record
 * store's (`list` with `edges`).
 */
export type Marks = {
  /** Those of the keys that are there, as they are now. */
  readonly read: (keys: readonly MarkKey[]) => Promise<readonly Mark[]>;
  readonly put: (marks: readonly Mark[]) => Promise<void>;
  /** Takes a mark away, unless it has been set anew meanwhile. */
  readonly remove: (mark: Mark) => Promise<void>;
  /** Marks of a partition in their order, up to and including `upTo`, from behind a position on. */
  readonly pages: (partition: string, upTo?: string, after?: Position) => AsyncGenerator<TablePage<Mark>>;
};

/** As many as one transaction takes: a single call, authorised as the puts it is made of. */
const most = 100;

const pause = (attempt: number) => new Promise((resolve) => setTimeout(resolve, 20 * 2 ** attempt));

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

export const createMarks = (index: string, scope: Scope): Marks => {
  const { client, table } = scope;
  const names = indexAttributes(index);
  const prefix = `MARK#${index}#`;
  const keyOf = ({ id, name }: MarkKey) => ({ pk: id, sk: `${prefix}${name}` });
  const itemOf = (mark: Mark) => ({
    ...keyOf(mark),
    [names.partition]: mark.partition,
    [names.order]: mark.order,
  });
  const markOf = (item: Readonly<Record<string, unknown>>): Mark => ({
    id: String(item.pk),
    name: String(item.sk).slice(prefix.length),
    partition: String(item[names.partition]),
    order: String(item[names.order]),
  });

  /** All of a part or none; what others have their hands on at this moment is tried again. */
  const writePart = async (marks: readonly Mark[]): Promise<void> => {
    const writes = marks.map((mark) => ({ write: { Put: { TableName: table, Item: itemOf(mark) } } }));
    for (let attempt = 0; (await transact(scope, writes)) !== undefined; attempt++)
      await pause(Math.min(attempt, 6));
  };

  return {
    read: async (keys) => (await getByKeys(scope, keys.map(keyOf), true)).map(markOf),
    put: async (marks) => {
      for (const part of inParts(marks, most)) await writePart(part);
    },
    remove: async (mark) => {
      const remove = new DeleteCommand({
        TableName: table,
        Key: keyOf(mark),
        ConditionExpression: "#partition = :partition AND #order = :order",
        ExpressionAttributeNames: { "#partition": names.partition, "#order": names.order },
        ExpressionAttributeValues: { ":partition": mark.partition, ":order": mark.order },
      });
      await client.send(remove).catch((error: Error) => {
        if (error.name !== "ConditionalCheckFailedException") throw error;
      });
    },
    pages: async function* (partition, upTo, after) {
      const ask: Ask = { index, partition, upTo };
      for await (const { items, next } of readPages(scope, ask, after, 100))
        yield { items: items.map(markOf), next };
    },
  };
};
