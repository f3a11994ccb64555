import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { getByKeys } from "./get-by-keys.ts";
import { eventSortKey, historyEntryOf, partName, partSortKey, recordOf, recordSortKey } from "./items.ts";
import { getItems } from "./query.ts";
import type { Part, RecordBase, RecordType } from "./record.ts";
import { claimKey } from "./record-writes.ts";
import type { Records } from "./records-of-kind.ts";
import type { Scope } from "./scope.ts";
import { projectedAttributes } from "./table-definition.ts";

/** What is found of records by keys that are known, one or many at once. */
type Lookups<R extends RecordBase> = Pick<
  Records<R>,
  "holder" | "holders" | "some" | "brief" | "present" | "parts" | "entry"
>;

export const createLookups = <R extends RecordBase>(type: RecordType<R>, scope: Scope): Lookups<R> => {
  const { table: TableName, client, actor } = scope;
  return {
    holder: async (claim) => {
      const Key = { pk: claimKey(type.prefix, claim), sk: "CLAIM" };
      const { Item: item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return item && String(item.holder);
    },
    holders: async (claims) => {
      const claimed = new Map(claims.map((claim) => [claimKey(type.prefix, claim), claim]));
      const keys = [...claimed.keys()].map((pk) => ({ pk, sk: "CLAIM" }));
      const items = await getByKeys(scope, keys, true);
      return new Map(items.map(({ pk, holder }) => [claimed.get(String(pk)) ?? "", String(holder)]));
    },
    some: async (ids) => {
      const items = await getItems(scope, [...new Set(ids)]);
      return [...items.values()].flatMap((item) => type.view(actor, recordOf<R>(item)) ?? []);
    },
    brief: async (ids) => {
      const keys = [...new Set(ids)].map((pk) => ({ pk, sk: recordSortKey }));
      const items = await getByKeys(scope, keys, false, projectedAttributes);
      return items.flatMap((item) => type.view(actor, recordOf<R>(item)) ?? []);
    },
    present: async (ids) => {
      const keys = [...new Set(ids)].map((pk) => ({ pk, sk: recordSortKey }));
      const seen = (await getByKeys(scope, keys, true)).flatMap((item) => {
        const record = type.view(actor, recordOf<R>(item));
        return record ? [[record.id, record] as const] : [];
      });
      return new Map(seen);
    },
    parts: async (wanted) => {
      const keys = wanted.map(({ id, name }) => ({ pk: id, sk: partSortKey(name) }));
      const items = await getByKeys(scope, keys, true);
      return items.map(({ pk, sk, value }) => ({
        id: String(pk),
        name: partName(String(sk)),
        value: value as Part["value"],
      }));
    },
    entry: async (id, sequence) => {
      const Key = { pk: id, sk: eventSortKey(sequence) };
      const { Item: item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return item && historyEntryOf(item);
    },
  };
};
