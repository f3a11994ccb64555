import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { openCursor, sealCursor } from "./cursor.ts";
import type { Page, PageRequest } from "./page.ts";
import { readPages } from "./query.ts";
import type { Scope } from "./scope.ts";
import { expiryAttribute } from "./table-definition.ts";

/** What a record has too much of to hold itself lies on sheets beside it, by name; at most 400 kB on each. */
export type Sheets = {
  /** Keeps a sheet in the place of the one of that name, if there is one. */
  readonly put: (id: string, name: string, value: unknown) => Promise<void>;
  /** Keeps a sheet unless there is one of that name; answers the one that is there then. */
  readonly keepFirst: <T>(id: string, name: string, value: T) => Promise<T>;
  readonly get: <T>(id: string, name: string) => Promise<T | undefined>;
  readonly remove: (id: string, name: string) => Promise<void>;
  /** All sheets whose names begin so, in the order of their names; those behind the one of a name, where given. */
  readonly all: <T>(
    id: string,
    prefix: string,
    behind?: string,
  ) => AsyncGenerator<{ readonly name: string; readonly value: T }>;
  /** The same from the last one on, or from before the one of a name. */
  readonly backwards: <T>(
    id: string,
    prefix: string,
    before?: string,
  ) => AsyncGenerator<{ readonly name: string; readonly value: T }>;
  /** A page of the entries of sheets that hold lists, in the order of the sheets' names. */
  readonly entries: <T>(id: string, prefix: string, page: PageRequest) => Promise<Page<T>>;
};

type Place = { readonly sk: string; readonly at: string };

export const createSheets = (scope: Scope, keepSeconds?: number): Sheets => {
  const { client, table: TableName, clock } = scope;
  const partition = (id: string): string => `SHEET#${id}`;
  const itemOf = (id: string, name: string, value: unknown) => ({
    pk: partition(id),
    sk: name,
    value,
    ...(keepSeconds === undefined
      ? {}
      : { [expiryAttribute]: Math.floor(clock.now().getTime() / 1000) + keepSeconds }),
  });

  const get: Sheets["get"] = async <T>(id: string, name: string) => {
    const Key = { pk: partition(id), sk: name };
    const { Item: item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return item?.value as T | undefined;
  };

  const all: Sheets["all"] = async function* <T>(id: string, prefix: string, behind?: string) {
    const after = behind === undefined ? undefined : { pk: partition(id), sk: behind };
    for await (const { items } of readPages(scope, { partition: partition(id), prefix }, after))
      for (const { sk, value } of items) yield { name: String(sk), value: value as T };
  };

  const backwards: Sheets["backwards"] = async function* <T>(id: string, prefix: string, before?: string) {
    const ask = { partition: partition(id), prefix, newestFirst: true };
    const after = before === undefined ? undefined : { pk: partition(id), sk: before };
    for await (const { items } of readPages(scope, ask, after, 5))
      for (const { sk, value } of items) yield { name: String(sk), value: value as T };
  };

  /** Sheets from a place on, that one included. */
  async function* from<T>(id: string, prefix: string, place: Place | undefined) {
    if (place) yield { name: place.sk, value: (await get<readonly T[]>(id, place.sk)) ?? [] };
    const after = place && { pk: partition(id), sk: place.sk };
    for await (const { items } of readPages(scope, { partition: partition(id), prefix }, after, 10))
      for (const { sk, value } of items) yield { name: String(sk), value: value as readonly T[] };
  }

  const entries: Sheets["entries"] = async <T>(
    id: string,
    prefix: string,
    { limit, cursor }: PageRequest,
  ) => {
    const query = `SHEETS#${id}#${prefix}`;
    const place = cursor === undefined ? undefined : ((await openCursor(scope, query, cursor)) as Place);
    const items: T[] = [];
    for await (const { name, value } of from<T>(id, prefix, place)) {
      const start = name === place?.sk ? Number(place.at) : 0;
      for (const [at, entry] of value.entries()) {
        if (at < start) continue;
        if (items.length === limit)
          return { items, nextCursor: await sealCursor(scope, query, { sk: name, at: String(at) }) };
        items.push(entry);
      }
    }
    return { items };
  };

  return {
    put: async (id, name, value) => {
      await client.send(new PutCommand({ TableName, Item: itemOf(id, name, value) }));
    },
    keepFirst: async (id, name, value) => {
      const ConditionExpression = "attribute_not_exists(pk)";
      try {
        await client.send(new PutCommand({ TableName, Item: itemOf(id, name, value), ConditionExpression }));
        return value;
      } catch (error) {
        if ((error as Error).name !== "ConditionalCheckFailedException") throw error;
        return (await get<typeof value>(id, name)) ?? value;
      }
    },
    get,
    remove: async (id, name) => {
      await client.send(new DeleteCommand({ TableName, Key: { pk: partition(id), sk: name } }));
    },
    all,
    backwards,
    entries,
  };
};
