import { isSame } from "./is-same.ts";

/** The wanted fields that differ from a record's own, for a decision that replaces them; empty: nothing to do. */
export const changedFields = <R extends object>(record: Partial<R>, wanted: Partial<R>): Partial<R> =>
  Object.fromEntries(
    Object.entries(wanted).filter(
      ([field, value]) => !isSame((record as Readonly<Record<string, unknown>>)[field], value),
    ),
  ) as Partial<R>;
