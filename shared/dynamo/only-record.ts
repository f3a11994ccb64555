import type { RecordBase, RecordType } from "./record.ts";

/**
 * How a record lives of which there is one, and which is there before anybody wrote it: rules that an
 * administrator sets. Who may see it is the endpoint's permission.
 */
export const onlyRecord = <R extends RecordBase>(initial: R): RecordType<R> => ({
  prefix: initial.id,
  initial: () => initial,
  indexes: () => ({}),
  long: [],
  view: (_actor, record) => record,
  viewEntry: (_actor, _record, entry) => entry,
});
