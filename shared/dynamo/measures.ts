import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { EventMeta } from "../events/event-type.ts";
import { stepTowards } from "./measure-writes.ts";
import { type Count, type Fact, heard, type MeasuredKind, type Told } from "./measured.ts";
import { pause } from "./pause.ts";
import type { Scope } from "./scope.ts";
import { indexAttributes } from "./table-definition.ts";
import { transact } from "./transaction.ts";

/** The index of facts by the edition of the function that they were counted by. */
export const byEdition = "factsByEdition";
export const editionPartition = (kind: string, edition: number): string => `${kind}#${edition}`;
export const factSortKey = "FACT";
export const factKey = (kind: string, id: string) => ({ pk: `FACT#${kind}#${id}`, sk: factSortKey });

/**
 * Facts about other services' records, and what they count in. A record's fact, its counts, the cells that add
 * them up and the lists behind the cells change in one transaction, so cells are always the sum over all facts;
 * and a fact does not depend on the order of events or on repeats, so neither do the cells.
 */
export type Measures<K> = {
  /** Keeps what an event tells of its subject, and counts it; nothing where it is no news. */
  readonly keep: (
    meta: Pick<EventMeta, "subject" | "sequence">,
    known: K,
    moment?: Told<K>["moment"],
  ) => Promise<void>;
  /** Counts a record anew that was counted by an earlier edition. */
  readonly countAnew: (id: string) => Promise<void>;
};

type Stored<K> = {
  /** Counts writes: two of them never build on the same one. */
  readonly revision: number;
  readonly edition: number;
  /** Absent while a new record is counted in steps. */
  readonly fact?: Fact<K> | undefined;
  readonly counts: readonly Count[];
};

/** As often as others may have their hands on the record or the cells before the work is given back. */
const attempts = 20;
/** A cell has one item, and further ones for those who found it in use: a sum does not mind where it is added to. */
const shards = 32;

const shardFor = (attempt: number): number =>
  attempt === 0 ? 0 : 1 + Math.floor(Math.random() * (shards - 1));

export const createMeasures = <K>(kind: MeasuredKind<K>, scope: Scope): Measures<K> => {
  const { client, table: TableName } = scope;
  const names = indexAttributes(byEdition);

  const load = async (id: string): Promise<Stored<K> | undefined> => {
    const get = new GetCommand({ TableName, Key: factKey(kind.kind, id), ConsistentRead: true });
    return (await client.send(get)).Item as Stored<K> | undefined;
  };

  const itemOf = (id: string, { fact, ...stored }: Stored<K>) => ({
    ...factKey(kind.kind, id),
    ...stored,
    ...(fact ? { fact } : {}),
    [names.partition]: editionPartition(kind.kind, stored.edition),
    [names.order]: id,
  });

  const guardOf = (before: Stored<K> | undefined) =>
    before === undefined
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "revision = :r",
          ExpressionAttributeValues: { ":r": before.revision },
        };

  /** Writes one step; false where somebody else was at it. */
  const step = async (id: string, before: Stored<K> | undefined, next: Fact<K>, attempt: number) => {
    const place = { kind: kind.kind, id, shard: shardFor(attempt) };
    const wanted = kind.counts(id, next);
    const { counts, writes, isLast } = stepTowards(TableName, place, before?.counts ?? [], wanted);
    const revision = (before?.revision ?? 0) + 1;
    // What was told is known when all of it is counted; until then a repeat goes on with it.
    const after = isLast
      ? { revision, edition: kind.edition, fact: next, counts }
      : { revision, edition: before?.edition ?? kind.edition, fact: before?.fact, counts };
    const Put = { TableName, Item: itemOf(id, after), ...guardOf(before) };
    const failed = await transact(scope, [{ write: { Put }, broken: "moved" }, ...writes]);
    return { isWritten: failed === undefined, isDone: failed === undefined && isLast };
  };

  const count = async (id: string, decide: (before: Stored<K> | undefined) => Fact<K> | undefined) => {
    let failures = 0;
    while (failures < attempts) {
      const before = await load(id);
      const next = decide(before);
      if (next === undefined) return;
      const { isWritten, isDone } = await step(id, before, next, failures);
      if (isDone) return;
      if (!isWritten) await pause(10 * Math.min(++failures, 10));
    }
    throw new Error(`What ${id} counts in was never free`);
  };

  return {
    keep: ({ subject, sequence }, known, moment) =>
      count(subject, (before) => heard(before?.fact, { sequence, known, moment })),
    countAnew: (id) =>
      count(id, (before) => (before && before.edition < kind.edition ? before.fact : undefined)),
  };
};
