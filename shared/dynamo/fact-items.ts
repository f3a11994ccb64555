import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { getByKeys } from "./get-by-keys.ts";
import { recordSortKey } from "./items.ts";
import type { Scope } from "./scope.ts";
import { expiryAttribute } from "./table-definition.ts";
import { type Guarded, transact } from "./transaction.ts";

/** A short fact about a record, kept with those of others in the item `key`, under the record's name `entry`. */
export type Fact<T> = {
  readonly key: string;
  readonly entry: string;
  readonly value: T;
  /** When the whole item may go (epoch seconds); the last that is said of it counts. */
  readonly expires?: number | undefined;
};

/**
 * Facts that follow from events, many of them in one item, so that a batch read answers for a hundred items at
 * once what an index answers query by query. An item holds about 5,000 facts of 60 bytes.
 */
export type FactItems<T> = {
  /** Keeps one fact unless a later one (`sequence`) is known. Facts are never removed: a later one says so. */
  readonly keep: (fact: Fact<T>, sequence: number) => Promise<void>;
  /**
   * Keeps any number of facts of one record of this table as it is at this version. Answers false, and may have
   * kept some of them, when the record has moved on: whoever hears of that has a newer truth to write.
   */
  readonly keepAll: (recordId: string, version: number, facts: readonly Fact<T>[]) => Promise<boolean>;
  /** All facts of the items that are there, by key and entry. Sees every write that came before. */
  readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, ReadonlyMap<string, T>>>;
};

const factPrefix = "f#";
const sequencePrefix = "s#";
/** Together with the look at the record's version as many as DynamoDB takes in one transaction. */
const perTransaction = 99;
/** As often as somebody else's hands may be on one of the items before the work is given back. */
const attempts = 12;

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));

export const createFactItems = <T>(kind: string, scope: Scope): FactItems<T> => {
  const { client, table: TableName } = scope;
  const keyOf = (key: string) => ({ pk: `FACTS#${kind}#${key}`, sk: "FACTS" });

  const update = ({ key, entry, value, expires }: Fact<T>) => ({
    TableName,
    Key: keyOf(key),
    UpdateExpression: `SET #fact = :value${expires === undefined ? "" : ", #expires = :expires"}`,
    ExpressionAttributeNames: {
      "#fact": factPrefix + entry,
      ...(expires === undefined ? {} : { "#expires": expiryAttribute }),
    },
    ExpressionAttributeValues: { ":value": value, ...(expires === undefined ? {} : { ":expires": expires }) },
  });

  const keep: FactItems<T>["keep"] = async (fact, sequence) => {
    const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = update(fact);
    const command = new UpdateCommand({
      ...rest,
      UpdateExpression: `${UpdateExpression}, #sequence = :sequence`,
      ConditionExpression: "attribute_not_exists(#sequence) OR #sequence < :sequence",
      ExpressionAttributeNames: { ...ExpressionAttributeNames, "#sequence": sequencePrefix + fact.entry },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ":sequence": sequence },
    });
    await client.send(command).catch((error: Error) => {
      if (error.name !== "ConditionalCheckFailedException") throw error;
    });
  };

  const writeSome = async (check: Guarded, facts: readonly Fact<T>[]): Promise<boolean> => {
    const writes = [check, ...facts.map((fact) => ({ write: { Update: update(fact) } }))];
    for (let attempt = 0; attempt < attempts; attempt++) {
      const failed = await transact(scope, writes);
      if (failed !== "busy") return failed === undefined;
      await pause(attempt);
    }
    throw new Error("The items were never free");
  };

  return {
    keep,
    keepAll: async (recordId, version, facts) => {
      const ConditionCheck = {
        TableName,
        Key: { pk: recordId, sk: recordSortKey },
        ConditionExpression: "version = :version",
        ExpressionAttributeValues: { ":version": version },
      };
      for (let done = 0; done < facts.length; done += perTransaction) {
        const part = facts.slice(done, done + perTransaction);
        if (!(await writeSome({ write: { ConditionCheck }, broken: "moved" }, part))) return false;
      }
      return true;
    },
    read: async (keys) => {
      const items = await getByKeys(scope, [...new Set(keys)].map(keyOf), true);
      return new Map(
        items.map((item) => [
          String(item.pk).slice(`FACTS#${kind}#`.length),
          new Map(
            Object.entries(item)
              .filter(([name]) => name.startsWith(factPrefix))
              .map(([name, value]) => [name.slice(factPrefix.length), value as T]),
          ),
        ]),
      );
    },
  };
};
