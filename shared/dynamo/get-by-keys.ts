import { BatchGetCommand, type BatchGetCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "./scope.ts";

type Item = Readonly<Record<string, unknown>>;
type Key = { readonly pk: string; readonly sk: string };

/** DynamoDB gives at most this many items in one BatchGetItem. */
const batch = 100;
/** Batches under way at once: the table answers them side by side, and a container's connections suffice. */
const atOnce = 8;

/** How the items are read: all but the keys. */
type Reading = Omit<NonNullable<BatchGetCommandInput["RequestItems"]>[string], "Keys">;

const readBatch = async (
  { client, table }: Pick<Scope, "client" | "table">,
  keys: readonly Key[],
  reading: Reading,
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let waiting: Record<string, unknown>[] = [...keys];
  while (waiting.length > 0) {
    const request = new BatchGetCommand({ RequestItems: { [table]: { Keys: waiting, ...reading } } });
    const { Responses: answered, UnprocessedKeys: left } = await client.send(request);
    found.push(...(answered?.[table] ?? []));
    waiting = left?.[table]?.Keys ?? [];
  }
  return found;
};

/** Items by their keys, any number of different ones, in any order; keys without an item are missing in the answer. Only `attributes` of them, where given. */
export const getByKeys = async (
  scope: Pick<Scope, "client" | "table">,
  keys: readonly Key[],
  isConsistent = false,
  attributes?: readonly string[],
): Promise<readonly Item[]> => {
  const reading = {
    ConsistentRead: isConsistent,
    ...(attributes && {
      ProjectionExpression: attributes.map((_, at) => `#a${at}`).join(", "),
      ExpressionAttributeNames: Object.fromEntries(attributes.map((name, at) => [`#a${at}`, name])),
    }),
  };
  const batches = Array.from({ length: Math.ceil(keys.length / batch) }, (_, at) =>
    keys.slice(at * batch, (at + 1) * batch),
  );
  const found: Item[] = [];
  while (batches.length > 0) {
    const next = batches.splice(0, atOnce).map((each) => readBatch(scope, each, reading));
    for (const items of await Promise.all(next)) found.push(...items);
  }
  return found;
};
