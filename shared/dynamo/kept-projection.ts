import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Scope } from "./scope.ts";
import { type Guarded, transact } from "./transaction.ts";

/** What is kept of a record: its latest word and the version that it is of. */
type Known<T> = { readonly sequence: number; readonly value: T };

/** A word that takes more writes than a transaction holds, and how many of them are done. */
type Pending<T> = Known<T> & { readonly done: number };

/** A projected record as it is stored; without a value while its first one is being written. */
export type Stored<T> = Partial<Known<T>> & {
  readonly pending?: Pending<T>;
  /** Which word is pending and how far it has come, to be compared. */
  readonly stage?: string;
};

/** What goes on around a projection's own item when its value changes; the same for the same two values. */
export type WritesAround<T> = (before: T | undefined, value: T) => readonly Guarded[];

/** DynamoDB takes 100 items; one of them is the projection's own. */
const perTransaction = 99;

/**
 * The own item of a projected record, moved from value to value together with what lies around it. What does not
 * fit one transaction is done in several: the item says how far it has come, so that each part is written once
 * by whoever goes on with it, and the value is the old one until all is written.
 */
export const createKeptProjection = <T>(
  scope: Scope,
  keyOf: (id: string) => { readonly pk: string; readonly sk: string },
  around: WritesAround<T>,
) => {
  const { client, table: TableName } = scope;

  const load = async (id: string): Promise<Stored<T>> => {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return (item ?? {}) as Stored<T>;
  };

  /** Holds while nobody moved the item: neither its value nor what is pending. */
  const guardOf = ({ sequence, stage }: Stored<T>) => {
    if (sequence === undefined && stage === undefined)
      return { ConditionExpression: "attribute_not_exists(pk)" };
    const isValue = sequence === undefined ? "attribute_not_exists(#s)" : "#s = :s";
    const isPending = stage === undefined ? "attribute_not_exists(#p)" : "#p = :p";
    return {
      ConditionExpression: `${isValue} AND ${isPending}`,
      ExpressionAttributeNames: { "#s": "sequence", "#p": "stage" },
      ExpressionAttributeValues: {
        ...(sequence !== undefined && { ":s": sequence }),
        ...(stage !== undefined && { ":p": stage }),
      },
    };
  };

  const waiting = (from: Stored<T>, pending: Pending<T>): Stored<T> => ({
    ...from,
    pending,
    stage: `${pending.sequence}#${pending.done}`,
  });

  /** Writes the item as it is to be, and some of what lies around it; nothing where somebody was faster. */
  const put = async (
    id: string,
    from: Stored<T>,
    to: Stored<T>,
    writes: readonly Guarded[],
  ): Promise<Stored<T> | undefined> => {
    const Put = { TableName, Item: { ...keyOf(id), ...to }, ...guardOf(from) };
    const failed = await transact(scope, [{ write: { Put }, broken: "moved" }, ...writes]);
    return failed === undefined ? to : undefined;
  };

  /** One step towards what is pending, the last of which makes it the value. */
  const goOn = (id: string, from: Stored<T>, pending: Pending<T>): Promise<Stored<T> | undefined> => {
    const { sequence, value, done } = pending;
    const all = around(from.value, value);
    const part = all.slice(done, done + perTransaction);
    const isLast = done + part.length >= all.length;
    const to = isLast ? { sequence, value } : waiting(from, { ...pending, done: done + part.length });
    return put(id, from, to, part);
  };

  return {
    load,
    /**
     * One step from what is stored towards a value: what is pending is ended before anything else begins. Answers
     * what is stored after it, or nothing where somebody was faster.
     */
    step: (id: string, from: Stored<T>, { sequence, value }: Known<T>): Promise<Stored<T> | undefined> => {
      if (from.pending) return goOn(id, from, from.pending);
      const all = around(from.value, value);
      if (all.length <= perTransaction) return put(id, from, { sequence, value }, all);
      return put(id, from, waiting(from, { sequence, value, done: 0 }), []);
    },
  };
};
