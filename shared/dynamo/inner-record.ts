import type { RecordBase, RecordType } from "./record.ts";

/** What a record is before anybody wrote it, besides what every record has. */
type Beginning<R extends RecordBase> = Omit<R, keyof RecordBase>;

/**
 * How a record lives that a service keeps for itself, for what its event tells: it is there as soon as it is
 * asked for, and shown to nobody but the service.
 */
export const innerRecord = <R extends RecordBase>(
  prefix: string,
  /** Undefined for ids that are of no such record. */
  begin: (id: string) => Beginning<R> | undefined,
  long: RecordType<R>["long"] = [],
): RecordType<R> => ({
  prefix,
  initial: (id) => {
    const own = begin(id);
    if (own === undefined) return undefined;
    const at = "2026-01-01T00:00:00.000Z";
    return { id, version: 0, createdAt: at, updatedAt: at, ...own } as unknown as R;
  },
  indexes: () => ({}),
  long,
  view: (actor, record) => (actor.permissions.has("*") ? record : undefined),
  viewEntry: () => undefined,
});
