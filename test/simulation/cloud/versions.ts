import type { DynamoDbRequest, Values } from "../../../infra/local/gateway/dynamodb-accesses.ts";

/** An item as it was from a time on; undefined while it did not exist. */
type Version = { readonly since: number; readonly item: Values | undefined };

/** What every item was and when, from the writes that succeeded: real indexes lag behind, DynamoDB Local's do not. */
export type Versions = {
  readonly wrote: (operation: string, request: DynamoDbRequest, now: number) => void;
  /** Items of a table that changed after a time: by key, as they were then. */
  readonly asOf: (table: string, time: number) => ReadonlyMap<string, Values | undefined>;
  /** When an item was first written. */
  readonly createdAt: (table: string, pk: string, sk: string) => number | undefined;
};

type Write = { readonly table: string; readonly key: Values; readonly item: Values | undefined };

/** The key of an item as text. */
export const keyText = ({ pk, sk }: Values): string => JSON.stringify([pk, sk]);

type Single = { readonly TableName?: string; readonly Item?: Values; readonly Key?: Values };

const writeOf = (kind: string, { TableName = "", Item, Key }: Single): Write[] => {
  if (kind === "Put" && Item) return [{ table: TableName, key: Item, item: Item }];
  if (kind === "Delete" && Key) return [{ table: TableName, key: Key, item: undefined }];
  return [];
};

const writesOf = (operation: string, request: DynamoDbRequest): readonly Write[] => {
  if (operation === "PutItem" || operation === "DeleteItem")
    return writeOf(operation.replace("Item", ""), request);
  return (request.TransactItems ?? []).flatMap((element) =>
    Object.entries(element).flatMap(([kind, single]) => writeOf(kind, single)),
  );
};

/** `created` hears of every item that was not there before. */
export const createVersions = (created: (table: string, key: Values) => void): Versions => {
  const tables = new Map<string, Map<string, Version[]>>();
  const of = (table: string) => {
    const known = tables.get(table) ?? new Map<string, Version[]>();
    tables.set(table, known);
    return known;
  };
  return {
    wrote: (operation, request, now) => {
      for (const { table, key, item } of writesOf(operation, request)) {
        const versions = of(table).get(keyText(key)) ?? [];
        if (item !== undefined && versions.at(-1)?.item === undefined) created(table, key);
        of(table).set(keyText(key), [...versions, { since: now, item }]);
      }
    },
    asOf: (table, time) => {
      const changed = new Map<string, Values | undefined>();
      for (const [key, versions] of of(table))
        if ((versions.at(-1)?.since ?? 0) > time)
          changed.set(key, versions.findLast(({ since }) => since <= time)?.item);
      return changed;
    },
    createdAt: (table, pk, sk) => of(table).get(keyText({ pk: { S: pk }, sk: { S: sk } }))?.[0]?.since,
  };
};
