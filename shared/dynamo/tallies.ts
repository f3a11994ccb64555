import { BatchGetCommand, GetCommand } from "@aws-sdk/lib-dynamodb";
import { onceWrites } from "./once.ts";
import { pause } from "./pause.ts";
import type { Scope } from "./scope.ts";
import { transact } from "./transaction.ts";

/** How often something was counted, when last, and the latest instant that came with any of it (ISO 8601). */
export type Tally = { readonly count: number; readonly lastAt: string; readonly latest: string };

/** A tally is kept beside a record, under a name. */
export type TallyKey = { readonly id: string; readonly name: string };

/**
 * Counts beside a record what is not worth a version and an event of it each. One count is one write to one
 * item in a transaction, which DynamoDB takes about 500 times a second.
 */
export type Tallies = {
  /** Counts once more; answers the tally after it, whoever counted last. A repeated request counts once. */
  readonly add: (key: TallyKey, at: string, reply?: unknown) => Promise<Tally>;
  readonly read: (key: TallyKey) => Promise<Tally | undefined>;
  /** Up to 100 at once, by record; those without a count are missing. */
  readonly readAll: (keys: readonly TallyKey[]) => Promise<ReadonlyMap<string, Tally>>;
};

const tallyOf = (item: Readonly<Record<string, unknown>>): Tally => ({
  count: Number(item.count),
  lastAt: String(item.lastAt),
  latest: String(item.latest),
});

/** As often as somebody else may be faster before the caller is told to come again. */
const attempts = 20;

export const createTallies = (scope: Scope): Tallies => {
  const { client, table: TableName } = scope;
  const keyOf = ({ id, name }: TallyKey) => ({ pk: id, sk: `TALLY#${name}` });

  const update = (key: TallyKey, at: string, isLatest: boolean) => ({
    TableName,
    Key: keyOf(key),
    UpdateExpression: `ADD #count :one SET lastAt = :now${isLatest ? ", latest = :at" : ""}`,
    ...(isLatest ? { ConditionExpression: "attribute_not_exists(latest) OR latest < :at" } : {}),
    ExpressionAttributeNames: { "#count": "count" },
    ExpressionAttributeValues: {
      ":one": 1,
      ":now": scope.clock.now().toISOString(),
      ...(isLatest ? { ":at": at } : {}),
    },
  });

  const write = (key: TallyKey, at: string, isLatest: boolean, reply: unknown) => {
    // A transaction also for one item: its token keeps the SDK from counting again when an answer was lost.
    const Update = update(key, at, isLatest);
    return transact(scope, [
      ...onceWrites(scope, key.id, key.id, reply),
      { write: { Update }, broken: "older" },
    ]);
  };

  const read: Tallies["read"] = async (key) => {
    const get = new GetCommand({ TableName, Key: keyOf(key), ConsistentRead: true });
    const { Item: item } = await client.send(get);
    return item && tallyOf(item);
  };

  return {
    read,
    add: async (key, at, reply) => {
      let isLatest = true;
      for (let attempt = 0; attempt < attempts; attempt++) {
        const failed = await write(key, at, isLatest, reply);
        if (failed === undefined || failed === "done") break;
        if (failed === "older") isLatest = false;
        else await pause(20 * (attempt + 1));
      }
      return (await read(key)) ?? { count: 0, lastAt: "", latest: "" };
    },
    readAll: async (keys) => {
      const found = new Map<string, Tally>();
      let waiting: Record<string, unknown>[] = keys.map(keyOf);
      while (waiting.length > 0) {
        const request = new BatchGetCommand({ RequestItems: { [TableName]: { Keys: waiting } } });
        const { Responses: answered, UnprocessedKeys: left } = await client.send(request);
        for (const item of answered?.[TableName] ?? []) found.set(String(item.pk), tallyOf(item));
        waiting = left?.[TableName]?.Keys ?? [];
      }
      return found;
    },
  };
};
