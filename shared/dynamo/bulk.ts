import { Refusal } from "../domain/refusal.ts";
import { nextNumbers } from "./counter.ts";
import { getByKeys } from "./get-by-keys.ts";
import { recordOf, recordSortKey } from "./items.ts";
import type { Decision, RecordBase, RecordType } from "./record.ts";
import { ownWrites, tiesOf } from "./record-writes.ts";
import type { Scope } from "./scope.ts";
import { tieWrites } from "./ties.ts";
import { type Guarded, transact } from "./transaction.ts";

/** A record as it was read (or none), and what is decided of it. */
export type BulkPart<R extends RecordBase> = {
  readonly id: string;
  readonly before: R | undefined;
  readonly decision: Decision<R>;
};

/** Many records of a kind at once, for work that is safe to repeat: nothing remembers that it was done. */
export type Bulk<R extends RecordBase> = {
  /** Records as they are stored now, by id: what is decided of must be no view of them, which would be written back. */
  readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, R>>;
  /** Numbers for new records; those that are not used in the end are lost. */
  readonly numbers: (count: number) => Promise<readonly string[]>;
  /**
   * Writes what was decided, as much to a transaction as it takes: each record is written whole or not at all,
   * and they are independent of each other. Answers the ids of those that were not written because the record
   * or a claim is not as it was read; the caller decides on them anew.
   */
  readonly write: (parts: readonly BulkPart<R>[]) => Promise<readonly string[]>;
};

/** Of the 100 items that a transaction takes: room for further ties of records in the same one. */
const most = 90;
/** So many at a time keep the table busy without crowding out people's requests. */
const atOnce = 8;

type Load<R extends RecordBase> = {
  readonly id: string;
  readonly own: readonly Guarded[];
  readonly before: R | undefined;
  readonly after: R;
};

const keyOf = ({ write }: Guarded): string => {
  const { Put: put, Delete: gone, Update: update } = write;
  return JSON.stringify(put ? [put.Item?.pk, put.Item?.sk] : (gone ?? update)?.Key);
};

/** Loads that go together in one transaction, which writes no item twice. */
type Pack<R extends RecordBase> = { readonly loads: Load<R>[]; readonly keys: Set<string> };

/** Packs in the order of their loads; ties of several records to the same item count once. */
const packed = <R extends RecordBase>(
  loads: readonly Load<R>[],
  tiesOf: (loads: readonly Load<R>[]) => readonly Guarded[],
): readonly Pack<R>[] => {
  const packs: (Pack<R> & { readonly own: Set<string> })[] = [];
  for (const load of loads) {
    const own = load.own.map(keyOf);
    const ties = tiesOf([load]).map(keyOf);
    const last = packs.at(-1);
    const size = last ? new Set([...last.keys, ...own, ...ties]).size : 0;
    const fits = last && size <= most && !own.some((key) => last.own.has(key));
    const pack = fits ? last : { loads: [], keys: new Set<string>(), own: new Set<string>() };
    if (!fits) packs.push(pack);
    pack.loads.push(load);
    for (const key of own) pack.own.add(key);
    for (const key of [...own, ...ties]) pack.keys.add(key);
  }
  return packs;
};

/** Packs that may be written at the same time: none has an item in common with another, which would refuse one. */
const waves = <R extends RecordBase>(packs: readonly Pack<R>[]): readonly (readonly Pack<R>[])[] => {
  const all: { packs: Pack<R>[]; keys: Set<string> }[] = [];
  for (const pack of packs) {
    const free = all.find(
      ({ packs: { length }, keys }) => length < atOnce && ![...pack.keys].some((key) => keys.has(key)),
    );
    const wave = free ?? { packs: [], keys: new Set<string>() };
    if (!free) all.push(wave);
    wave.packs.push(pack);
    for (const key of pack.keys) wave.keys.add(key);
  }
  return all.map((wave) => wave.packs);
};

export const createBulk = <R extends RecordBase>(type: RecordType<R>, scope: Scope): Bulk<R> => {
  const tiesOfAll = (loads: readonly Load<R>[]): readonly Guarded[] =>
    tieWrites(
      scope.table,
      loads.flatMap(({ before }) => tiesOf(type, before)),
      loads.flatMap(({ after }) => tiesOf(type, after)),
    );

  const write = (loads: readonly Load<R>[]) =>
    transact(scope, [...loads.flatMap(({ own }) => own), ...tiesOfAll(loads)]).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === "too_large") return error.code;
      throw error;
    });

  const writePack = async ({ loads }: Pack<R>): Promise<readonly string[]> => {
    if ((await write(loads)) === undefined) return [];
    if (loads.length === 1) return loads.map(({ id }) => id);
    const failed: string[] = [];
    for (const load of loads) if ((await write([load])) !== undefined) failed.push(load.id);
    return failed;
  };

  const loadOf = ({ id, before, decision }: BulkPart<R>): readonly Load<R>[] => {
    const { after, writes } = ownWrites(type, scope, before, id, decision);
    return after && writes.length > 0 ? [{ id, own: writes, before, after }] : [];
  };

  return {
    read: async (ids) => {
      const keys = [...new Set(ids)].map((pk) => ({ pk, sk: recordSortKey }));
      const records = (await getByKeys(scope, keys, true)).map((item) => recordOf<R>(item));
      return new Map(records.map((record) => [record.id, record]));
    },
    numbers: (count) => (count === 0 ? Promise.resolve([]) : nextNumbers(scope, type.prefix, count)),
    write: async (parts) => {
      const failed: string[] = [];
      for (const wave of waves(packed(parts.flatMap(loadOf), tiesOfAll)))
        failed.push(...(await Promise.all(wave.map(writePack))).flat());
      return failed;
    },
  };
};
