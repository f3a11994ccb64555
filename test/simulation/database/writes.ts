import { conditionOf, type Names } from "./expression.ts";
import { conditionFailed, DatabaseFailure, invalid } from "./failure.ts";
import { type Item, NotModelled, pick, storedItem } from "./item.ts";
import type { Table } from "./table.ts";
import { updated } from "./update.ts";

/** A single write, alone or in a transaction. */
export type Write = Names & {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ConditionExpression?: string;
  readonly UpdateExpression?: string;
  readonly ReturnValues?: string;
  readonly ReturnValuesOnConditionCheckFailure?: string;
};
export type WriteKind = "Put" | "Update" | "Delete" | "ConditionCheck";
export const writeKinds: readonly string[] = ["Put", "Update", "Delete", "ConditionCheck"];

/** A write that would go through, and what it answers. */
export type Prepared = { readonly table: Table; readonly key: Item; readonly apply: () => object };

const after = (kind: WriteKind, write: Write, key: Item, before: Item | undefined) => {
  if (kind === "Put") return { item: storedItem(write.Item ?? {}), changed: [] };
  if (kind !== "Update") return { item: undefined, changed: [] };
  const { item, changed } = updated(before ?? key, write.UpdateExpression ?? "", write);
  return { item: storedItem(item), changed };
};

const answerOf = (write: Write, item: Item | undefined, changed: readonly string[]): object => {
  const { ReturnValues: wanted = "NONE" } = write;
  if (wanted === "NONE" || item === undefined) return {};
  if (wanted === "UPDATED_NEW") return { Attributes: pick(item, changed) };
  throw new NotModelled(`ReturnValues ${wanted}`);
};

/** Looks whether a write can be done; throws what DynamoDB would answer if not. */
export const prepare = (kind: WriteKind, write: Write, table: Table): Prepared => {
  if (write.ReturnValuesOnConditionCheckFailure) throw new NotModelled("items of failed conditions");
  const key = table.keyOf(kind === "Put" ? write.Item : write.Key);
  const before = table.get(key);
  if (!conditionOf(write.ConditionExpression, write)(before ?? {})) throw conditionFailed();
  const { item, changed } = after(kind, write, key, before);
  if (item !== undefined) table.check(item);
  return {
    table,
    key,
    apply: () => {
      if (kind !== "ConditionCheck") table.write(key, item);
      return answerOf(write, item, changed);
    },
  };
};

export type Transaction = {
  readonly TransactItems?: readonly Readonly<Record<string, Write>>[];
  readonly ClientRequestToken?: string;
};

const mostItems = 100;

const reasonOf = (error: unknown) => {
  if (!(error instanceof DatabaseFailure)) throw error;
  const Code = error.type.replace("ConditionalCheckFailedException", "ConditionalCheckFailed");
  return { Code: Code.replace("ValidationException", "ValidationError"), Message: error.message };
};

const cancelled = (CancellationReasons: readonly { readonly Code: string }[]): DatabaseFailure => {
  const codes = CancellationReasons.map(({ Code }) => Code).join(", ");
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new DatabaseFailure("TransactionCanceledException", message, { CancellationReasons });
};

/** All or nothing. */
export const transactWrites = (
  { TransactItems = [] }: Transaction,
  tableOf: (name: string) => Table,
): void => {
  if (TransactItems.length === 0 || TransactItems.length > mostItems)
    throw invalid("Member must have length less than or equal to 100 and at least 1");
  const seen = new Set<string>();
  const prepared: Prepared[] = [];
  const reasons = TransactItems.map((element) => {
    const [kind = "", write] = Object.entries(element)[0] ?? [];
    if (write === undefined || !writeKinds.includes(kind)) throw new NotModelled(`${kind} in a transaction`);
    const table = tableOf(write.TableName);
    const text = JSON.stringify([write.TableName, table.keyOf(kind === "Put" ? write.Item : write.Key)]);
    if (seen.has(text)) throw invalid("Transaction request cannot include multiple operations on one item");
    seen.add(text);
    try {
      prepared.push(prepare(kind as WriteKind, write, table));
      return { Code: "None" };
    } catch (error) {
      return reasonOf(error);
    }
  });
  if (prepared.length < TransactItems.length) throw cancelled(reasons);
  for (const { apply } of prepared) apply();
};
