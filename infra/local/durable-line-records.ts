/** One unit of work in a line. `due` and `firstAt` are virtual times. */
export type Task<T> = {
  readonly id: string;
  readonly work: T;
  readonly firstAt: number;
  readonly attempts: number;
};

/** A task and when it is due, as it lives on over restarts. */
export type KeptTask<T> = { readonly task: Task<T>; readonly due: number };

/** One line of the journal of a durable line. */
export type LineRecord<T> =
  | { readonly add: Task<T>; readonly due: number }
  | { readonly again: string; readonly due: number; readonly attempts: number }
  | { readonly done: string };

/** The tasks that are left after everything that was written. */
export const replayLine = <T>(records: readonly unknown[]): Map<string, KeptTask<T>> => {
  const kept = new Map<string, KeptTask<T>>();
  for (const record of records as readonly LineRecord<T>[]) {
    if ("add" in record) kept.set(record.add.id, { task: record.add, due: record.due });
    else if ("done" in record) kept.delete(record.done);
    else {
      const found = kept.get(record.again);
      if (found !== undefined)
        kept.set(record.again, { task: { ...found.task, attempts: record.attempts }, due: record.due });
    }
  }
  return kept;
};
