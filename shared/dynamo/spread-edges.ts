import { isSame } from "../domain/is-same.ts";
import { Refusal } from "../domain/refusal.ts";
import { recordSortKey, spreadItems, spreadPrefix } from "./items.ts";
import { growingMs, pause } from "./pause.ts";
import { readAll } from "./query.ts";
import type { RecordBase, RecordType } from "./record.ts";
import type { Scope } from "./scope.ts";
import { type Guarded, transact } from "./transaction.ts";

/** Together with the look at the record's version as many as DynamoDB takes in one transaction. */
const perTransaction = 99;
/** As often as somebody else changes the record meanwhile before the work is given back. */
const attempts = 12;

/** What lies there by sort key, with its keys alone, as it was put. */
const present = async (scope: Scope, id: string): Promise<Map<string, Readonly<Record<string, unknown>>>> => {
  const found = new Map();
  for await (const items of readAll(scope, { partition: id, prefix: spreadPrefix }))
    for (const item of items) found.set(String(item.sk), item);
  return found;
};

/** Writes what is missing and removes what is too much, each part only while the record is at this version. */
const bringUp = async <R extends RecordBase>(type: RecordType<R>, scope: Scope, record: R) => {
  const { table: TableName } = scope;
  const [old, wanted] = [await present(scope, record.id), spreadItems(type, record)];
  const put = [...wanted].filter(([sk, item]) => !isSame(old.get(sk), item));
  const gone = [...old.keys()].filter((sk) => !wanted.has(sk));
  const writes: readonly Guarded[] = [
    ...put.map(([, Item]) => ({ write: { Put: { TableName, Item } } })),
    ...gone.map((sk) => ({ write: { Delete: { TableName, Key: { pk: record.id, sk } } } })),
  ];
  const ConditionCheck = {
    TableName,
    Key: { pk: record.id, sk: recordSortKey },
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: { ":version": record.version },
  };
  for (let done = 0; done < writes.length; done += perTransaction) {
    const part = writes.slice(done, done + perTransaction);
    const failed = await transact(scope, [{ write: { ConditionCheck }, broken: "moved" }, ...part]);
    if (failed) return false;
  }
  return true;
};

/** Makes the edges that follow a record those that it has now. `load` reads the record as it is stored. */
export const spreadEdges = async <R extends RecordBase>(
  type: RecordType<R>,
  scope: Scope,
  load: () => Promise<R | undefined>,
): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const record = await load();
    if (record === undefined || (await bringUp(type, scope, record))) return;
    await pause(growingMs(attempt));
  }
  throw new Refusal("write_conflict");
};
