import * as z from "zod";
import { changedFields } from "../domain/changed-fields.ts";
import { defineLifecycle } from "../domain/lifecycle.ts";
import { recordFields } from "../domain/record-fields.ts";
import { type Decision, type Occurrence, occurred, type RecordBase } from "../dynamo/record.ts";
import type { IndexKey } from "../dynamo/table-definition.ts";
import type { EventType } from "../events/event-type.ts";

/** What is kept to be used again and again lives as long as it is useful; what used it stays as it is. */
export const keptLifecycle = defineLifecycle(["active", "retired"], {
  retire: { from: ["active"], to: "retired" },
  restore: { from: ["retired"], to: "active" },
});

/** What every kept record has besides its own fields. */
export const keptFields = {
  ...recordFields,
  state: keptLifecycle.State,
  actions: z.array(z.string()).optional().describe("What the caller of the API may do with it now"),
};

export type Kept = RecordBase & {
  readonly name: string;
  readonly state: z.infer<typeof keptLifecycle.State>;
  readonly actions?: string[] | undefined;
};

/** The event of a kind of kept record, as the changes leave it. */
export type Tell<R> = (after: R, changes: Partial<R>) => Occurrence<R>;

/** An event that carries the record whole under `field`. */
export const tellWhole =
  <R extends Kept>(event: EventType<never>, field: string): Tell<R> =>
  (after, changes) =>
    occurred(event as EventType, { [field]: after }, changes);

const changed = <R extends Kept>(tell: Tell<R>, before: Partial<R>, changes: Partial<R>): Decision<R> => [
  tell({ ...before, ...changes } as R, changes),
];

/** A new one; the given fields are all it has. */
export const keep = <R extends Kept>(tell: Tell<R>, id: string, fields: object): Decision<R> =>
  changed<R>(tell, { id } as Partial<R>, { ...fields, state: "active" } as Partial<R>);

/** Another version: what is not given of the fields `names` is gone. Nothing, where all is so already. */
export const rewrite = <R extends Kept>(
  tell: Tell<R>,
  record: R,
  fields: object,
  names: readonly string[],
): Decision<R> => {
  const absent = Object.fromEntries(names.map((name) => [name, undefined]));
  const changes = changedFields<R>(record, { ...absent, ...fields } as Partial<R>);
  return Object.keys(changes).length === 0 ? [] : changed<R>(tell, record, changes);
};

export const move = <R extends Kept>(tell: Tell<R>, record: R, action: "retire" | "restore"): Decision<R> =>
  changed<R>(tell, record, { state: keptLifecycle.next(record.state, action) } as Partial<R>);

/** The index by which kept records are listed; a service that has some names it in its table. */
const byState = "keptByState";

/** Where the kept records of a path are listed: in a state, by name. */
export const keptList = (path: string, state: Kept["state"]) => ({
  index: byState,
  partition: `${path}#${state}`,
});

/** The keys of a kept record in its service's indexes. */
export const keptIndexes =
  (path: string) =>
  ({ id, state, name }: Kept): Readonly<Record<string, IndexKey>> => ({
    [byState]: { partition: keptList(path, state).partition, order: `${name.toLowerCase()}#${id}` },
  });
