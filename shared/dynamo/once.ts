import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../domain/refusal.ts";
import type { Scope } from "./scope.ts";
import { expiryAttribute } from "./table-definition.ts";
import type { Guarded } from "./transaction.ts";

/** What an effect left behind the first time: its record and the reply to give again (none for inbox entries). */
export type Done = { readonly id: string; readonly reply?: unknown };

/** What each request or event has done to which record, while it is at it. */
const doneBy = new WeakMap<object, Set<string>>();

/**
 * Remembers that a request or event has had its effect. A second one on the same record would be taken for a
 * repetition and be lost without a word: it is an error, to be decided together with the first or as a `partOf`.
 */
export const hadEffect = ({ once }: Scope, target: string): void => {
  if (!once) return;
  const targets = doneBy.get(once) ?? new Set();
  if (targets.has(target)) throw new Error(`A second effect on ${target} would be taken for a repetition`);
  doneBy.set(once, targets.add(target));
};

const seconds = (scope: Scope): number => Math.floor(scope.clock.now().getTime() / 1000);
const keyOf = (scope: Scope, target: string) => ({ pk: scope.once?.key ?? "", sk: target });

/** The earlier outcome of this very request or event, if there was one and it has not expired. */
export const findDone = async (scope: Scope, target: string): Promise<Done | undefined> => {
  const { once } = scope;
  if (!once) return undefined;
  const { Item: item } = await scope.client.send(
    new GetCommand({ TableName: scope.table, Key: keyOf(scope, target), ConsistentRead: true }),
  );
  // DynamoDB deletes expired items late, so what is past its time counts as gone.
  if (!item || Number(item[expiryAttribute]) <= seconds(scope)) return undefined;
  if (item.fingerprint !== once.fingerprint) throw new Refusal("idempotency_mismatch");
  const id = String(item.id);
  return item.reply === undefined ? { id } : { id, reply: JSON.parse(String(item.reply)) };
};

/** The item that makes an effect happen once, to be written in the effect's own transaction. */
export const onceWrites = (scope: Scope, target: string, id: string, reply: unknown): readonly Guarded[] => {
  const { once, table } = scope;
  if (!once) return [];
  const now = seconds(scope);
  const Item = {
    ...keyOf(scope, target),
    id,
    fingerprint: once.fingerprint,
    reply: once.fingerprint === undefined ? undefined : JSON.stringify(reply),
    [expiryAttribute]: now + once.keepSeconds,
  };
  const Put = {
    TableName: table,
    Item,
    ConditionExpression: "attribute_not_exists(pk) OR #expires <= :now",
    ExpressionAttributeNames: { "#expires": expiryAttribute },
    ExpressionAttributeValues: { ":now": now },
  };
  return [{ write: { Put }, broken: "done" }];
};
