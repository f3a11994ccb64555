import type { RecordBase } from "../../shared/dynamo/record.ts";

/** Records that were read together, to be found one by one. */
export const byId = <R extends Pick<RecordBase, "id">>(records: readonly R[]): ReadonlyMap<string, R> =>
  new Map(records.map((record) => [record.id, record]));
