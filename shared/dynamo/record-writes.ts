import { isSame } from "../domain/is-same.ts";
import type { EventMeta } from "../events/event-type.ts";
import { edgeItems, eventItem, partSortKey, recordItem } from "./items.ts";
import { applyOccurrence, type Decision, momentFor, type RecordBase, type RecordType } from "./record.ts";
import type { Scope } from "./scope.ts";
import { type Tie, tieWrites } from "./ties.ts";
import type { Guarded } from "./transaction.ts";

const versionGuard = (before: RecordBase | undefined) =>
  before && before.version > 0
    ? { ConditionExpression: "version = :before", ExpressionAttributeValues: { ":before": before.version } }
    : { ConditionExpression: "attribute_not_exists(pk)" };

const edgeWrites = <R extends RecordBase>(
  type: RecordType<R>,
  TableName: string,
  before: R | undefined,
  after: R,
): Guarded[] => {
  const [old, now] = [edgeItems(type, before), edgeItems(type, after)];
  const put = [...now].filter(([sk, item]) => !isSame(old.get(sk), item));
  const gone = [...old.keys()].filter((sk) => !now.has(sk));
  return [
    ...put.map(([, Item]) => ({ write: { Put: { TableName, Item } } })),
    ...gone.map((sk) => ({ write: { Delete: { TableName, Key: { pk: after.id, sk } } } })),
  ];
};

const claimWrites = <R extends RecordBase>(
  type: RecordType<R>,
  TableName: string,
  before: R | undefined,
  after: R,
): Guarded[] => {
  const claimsOf = (record: R | undefined) => new Set(record ? (type.claims?.(record) ?? []) : []);
  const [old, now] = [claimsOf(before), claimsOf(after)];
  const Key = (claim: string) => ({ pk: claimKey(type.prefix, claim), sk: "CLAIM" });
  const ConditionExpression = "attribute_not_exists(pk)";
  const put = (claim: string) => ({
    TableName,
    Item: { ...Key(claim), holder: after.id },
    ConditionExpression,
  });
  return [
    ...[...now].filter((c) => !old.has(c)).map((c) => ({ write: { Put: put(c) }, broken: "claim" })),
    ...[...old].filter((c) => !now.has(c)).map((c) => ({ write: { Delete: { TableName, Key: Key(c) } } })),
  ];
};

export const claimKey = (prefix: string, claim: string): string => `CLAIM#${prefix}#${claim}`;

/** What a decision writes for one record; nothing where nothing happens. `after` is the record as it will be. */
type Written<R> = { readonly after: R | undefined; readonly writes: readonly Guarded[] };

/** The same, apart from ties: those of several records that are written together may lie in the same item. */
export const ownWrites = <R extends RecordBase>(
  type: RecordType<R>,
  { table: TableName, clock, actor, correlationId, causationId }: Scope,
  before: R | undefined,
  id: string,
  decision: Decision<R>,
): Written<R> => {
  const at = momentFor(before, clock.now()).toISOString();
  const events: Guarded[] = [];
  const followed = type.follows?.fields ?? [];
  let after = before;
  for (const occurrence of decision) {
    const earlier = after;
    after = applyOccurrence(earlier, id, occurrence.changes, at, type.follows);
    const meta: EventMeta = {
      eventId: `${id}-${after.version}`,
      occurredAt: at,
      actor: { id: actor.id, name: actor.name },
      subject: id,
      sequence: after.version,
      correlationId,
      causationId,
      ...occurrence.by,
    };
    events.push({
      write: { Put: { TableName, Item: eventItem(occurrence, meta, earlier, after, followed) } },
    });
    for (const { name, value } of occurrence.beside ?? [])
      events.push({ write: { Put: { TableName, Item: { pk: id, sk: partSortKey(name), value } } } });
  }
  if (!after || after === before) return { after, writes: [] };
  const record = { Put: { TableName, Item: recordItem(type, after), ...versionGuard(before) } };
  const writes = [
    { write: record, broken: "version" },
    ...events,
    ...edgeWrites(type, TableName, before, after),
    ...claimWrites(type, TableName, before, after),
  ];
  return { after, writes };
};

/** The ties of a record, if there is one and its kind has any. */
export const tiesOf = <R extends RecordBase>(type: RecordType<R>, record: R | undefined): readonly Tie[] =>
  record ? (type.ties?.(record) ?? []) : [];

/**
 * Everything one decision writes, for one transaction: the record guarded by its version, an item per event,
 * and what is derived from the record.
 */
export const recordWrites = <R extends RecordBase>(
  type: RecordType<R>,
  scope: Scope,
  before: R | undefined,
  id: string,
  decision: Decision<R>,
): Written<R> => {
  const { after, writes } = ownWrites(type, scope, before, id, decision);
  if (!after || writes.length === 0) return { after, writes };
  return { after, writes: [...writes, ...tieWrites(scope.table, tiesOf(type, before), tiesOf(type, after))] };
};
