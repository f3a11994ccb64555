import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { createFactParts, type Item } from "./fact-parts.ts";
import { recordSortKey } from "./items.ts";
import { pause } from "./pause.ts";
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
 * once what an index answers query by query. An item holds about 5,000 facts of 60 bytes; what is kept under its
 * key beyond that lies in further items, which reading the key reads, too.
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

export const createFactItems = <T>(kind: string, scope: Scope): FactItems<T> => {
  const { client, table: TableName } = scope;
  const parts = createFactParts(kind, scope);

  const update = ({ key, entry, value, expires }: Fact<T>, part: number) => ({
    TableName,
    Key: parts.keyOf(key, part),
    UpdateExpression: `${parts.room.clause} SET #fact = :value${expires === undefined ? "" : ", #expires = :expires"}`,
    ExpressionAttributeNames: {
      ...parts.room.names,
      "#fact": factPrefix + entry,
      ...(expires === undefined ? {} : { "#expires": expiryAttribute }),
    },
    ExpressionAttributeValues: {
      ...parts.room.values,
      ":value": value,
      ...(expires === undefined ? {} : { ":expires": expires }),
    },
  });

  const keepIn = async (fact: Fact<T>, sequence: number, part: number): Promise<void> => {
    const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = update(
      fact,
      part,
    );
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

  const keep: FactItems<T>["keep"] = async (fact, sequence) => {
    for (let part = 0; ; ) {
      try {
        return await keepIn(fact, sequence, part);
      } catch (error) {
        if (!parts.isFull(error)) throw error;
        part = await parts.behind(fact.key, part);
      }
    }
  };

  /** Which of the facts found no room in their items, where that is why they were not written. */
  const withoutRoom = (error: unknown, facts: readonly Fact<T>[]): readonly Fact<T>[] => {
    const full = parts.fullOnes(error);
    // The look at the record's version comes first.
    const these = facts.filter((_, at) => full.has(at + 1));
    if (these.length === 0) throw error;
    return these;
  };

  const writeSome = async (check: Guarded, facts: readonly Fact<T>[]): Promise<boolean> => {
    const places = new Map<string, number>();
    for (let attempt = 0; attempt < attempts; ) {
      const of = (fact: Fact<T>) => update(fact, places.get(fact.key) ?? 0);
      try {
        const failed = await transact(scope, [
          check,
          ...facts.map((fact) => ({ write: { Update: of(fact) } })),
        ]);
        if (failed !== "busy") return failed === undefined;
        attempt += 1;
        await pause(20 * (attempt + 1));
      } catch (error) {
        for (const { key } of withoutRoom(error, facts))
          places.set(key, await parts.behind(key, places.get(key) ?? 0));
      }
    }
    throw new Error("The items were never free");
  };

  /** Of what lies in several items the later sequence counts, and without one the later item. */
  const merged = (items: readonly Item[]): ReadonlyMap<string, T> => {
    const facts = new Map<string, { readonly value: T; readonly sequence: number }>();
    for (const item of items)
      for (const [name, value] of Object.entries(item)) {
        if (!name.startsWith(factPrefix)) continue;
        const entry = name.slice(factPrefix.length);
        const sequence = Number(item[sequencePrefix + entry] ?? 0);
        if (sequence >= (facts.get(entry)?.sequence ?? 0)) facts.set(entry, { value: value as T, sequence });
      }
    return new Map([...facts].map(([entry, { value }]) => [entry, value]));
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
      const items = await parts.read(keys);
      return new Map([...items].map(([key, own]) => [key, merged(own)]));
    },
  };
};
