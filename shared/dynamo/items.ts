import { isSame } from "../domain/is-same.ts";
import type { EventMeta } from "../events/event-type.ts";
import { detailType } from "../events/event-type.ts";
import type { Edge, FieldChange, HistoryEntry, Occurrence, RecordBase, RecordType } from "./record.ts";
import { indexAttributes } from "./table-definition.ts";

/** Every item of every service's table: `pk`, `sk` and what its kind needs. */
export type Item = Record<string, unknown> & { readonly pk: string; readonly sk: string };

export const recordSortKey = "RECORD";
const eventPrefix = "EVENT#";
/** Ten digits: more events than one record can ever have, and text order equals number order. */
export const eventSortKey = (sequence: number): string =>
  `${eventPrefix}${String(sequence).padStart(10, "0")}`;
export const eventRange = { prefix: eventPrefix };

const partPrefix = "PART#";
export const partSortKey = (name: string): string => partPrefix + name;
export const partName = (sortKey: string): string => sortKey.slice(partPrefix.length);

const withoutUndefined = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));

const indexKeys = (keys: Readonly<Record<string, { partition: string; order: string } | undefined>>) =>
  Object.fromEntries(
    Object.entries(keys).flatMap(([index, key]) => {
      if (!key) return [];
      const names = indexAttributes(index);
      return [
        [names.partition, key.partition],
        [names.order, key.order],
      ];
    }),
  );

/** The record's own item: short fields in `record` (projected into the indexes), long ones in `long`. */
export const recordItem = <R extends RecordBase>(type: RecordType<R>, record: R): Item => {
  const { version, ...fields } = record as RecordBase & Record<string, unknown>;
  const isLong = (field: string): boolean => (type.long as readonly string[]).includes(field);
  const part = (long: boolean) =>
    withoutUndefined(Object.fromEntries(Object.entries(fields).filter(([field]) => isLong(field) === long)));
  return {
    pk: record.id,
    sk: recordSortKey,
    version,
    record: part(false),
    long: part(true),
    ...indexKeys(type.indexes(record)),
  };
};

/** Reads a record back, from its own item or (without the long fields) from an index. */
export const recordOf = <R extends RecordBase>(item: Readonly<Record<string, unknown>>): R =>
  ({
    ...(item.record as object),
    ...(item.long as object | undefined),
    version: item.version,
  }) as unknown as R;

const itemsOfEdges = (pk: string, edges: readonly Edge[], prefix: string): Map<string, Item> =>
  new Map(
    edges.map(({ index, target, order }) => {
      const sk = `${prefix}${index}#${target}`;
      return [sk, { pk, sk, ...indexKeys({ [index]: { partition: target, order } }) }];
    }),
  );

/** Edge items of a record by sort key, so that two states of it can be compared. */
export const edgeItems = <R extends RecordBase>(
  type: RecordType<R>,
  record: R | undefined,
): Map<string, Item> => (record ? itemsOfEdges(record.id, type.edges?.(record) ?? [], "EDGE#") : new Map());

/** Sort keys of edges that follow their record begin so: the record's own transactions do not know them. */
export const spreadPrefix = "SPREAD#";

/** The same of edges that are too many for its transactions. */
export const spreadItems = <R extends RecordBase>(type: RecordType<R>, record: R): Map<string, Item> =>
  itemsOfEdges(record.id, type.spread?.(record) ?? [], spreadPrefix);

const differences = <R extends RecordBase>(
  before: R | undefined,
  after: R,
  followed: readonly string[],
): Record<string, FieldChange> => {
  const own = ["id", "version", "createdAt", "updatedAt", ...followed];
  const fields = new Set(
    [...Object.keys(before ?? {}), ...Object.keys(after)].filter((f) => !own.includes(f)),
  );
  const value = (record: R | undefined, field: string) =>
    (record as Record<string, unknown> | undefined)?.[field];
  return Object.fromEntries(
    [...fields].flatMap((field) => {
      const [from, to] = [value(before, field), value(after, field)];
      return isSame(from, to) ? [] : [[field, withoutUndefined({ from, to })]];
    }),
  );
};

/**
 * The item that is history, audit trail and outbox at once. `detail` is byte for byte what is published;
 * `history` is for people only and leaves out fields that the store keeps itself (`followed`). Throws where the data does not keep the event's own schema.
 */
export const eventItem = <R extends RecordBase>(
  occurrence: Occurrence<R>,
  meta: EventMeta,
  before: R | undefined,
  after: R,
  followed: readonly string[] = [],
): Item => ({
  pk: meta.subject,
  sk: eventSortKey(meta.sequence),
  source: occurrence.event.source,
  detailType: detailType(occurrence.event),
  detail: JSON.stringify({ meta, data: occurrence.event.data.parse(occurrence.data) }),
  history: JSON.stringify({
    changes: differences(before, after, followed),
    confidential: occurrence.confidential,
  }),
});

export const historyEntryOf = (item: Readonly<Record<string, unknown>>): HistoryEntry => {
  const { meta, data } = JSON.parse(String(item.detail)) as Pick<HistoryEntry, "meta" | "data">;
  const { changes, confidential } = JSON.parse(String(item.history)) as {
    changes: HistoryEntry["changes"];
    confidential?: Record<string, unknown>;
  };
  return {
    type: String(item.detailType).replace(/\.v\d+$/, ""),
    meta,
    data: { ...data, ...confidential },
    changes,
  };
};
