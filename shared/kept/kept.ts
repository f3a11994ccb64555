import * as z from "zod";
import { defineLifecycle } from "../domain/lifecycle.ts";
import { recordFields } from "../domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../dynamo/record.ts";
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

/** How a kind of kept record says that it changed: its event carries it whole under `field`. */
export type KeptEvent = { readonly event: EventType<never>; readonly field: string };

const changed = <R extends Kept>(
  { event, field }: KeptEvent,
  before: Partial<R>,
  changes: Partial<R>,
): Decision<R> => [occurred(event as EventType, { [field]: { ...before, ...changes } }, changes)];

/** A new one; the given fields are all it has. */
export const keep = <R extends Kept>(event: KeptEvent, id: string, fields: object): Decision<R> =>
  changed<R>(event, { id } as Partial<R>, { ...fields, state: "active" } as Partial<R>);

/** Another version: what is not given is gone. */
export const rewrite = <R extends Kept>(
  event: KeptEvent,
  record: R,
  fields: object,
  names: readonly string[],
): Decision<R> => {
  const absent = Object.fromEntries(names.map((name) => [name, undefined]));
  return changed<R>(event, record, { ...absent, ...fields } as Partial<R>);
};

export const move = <R extends Kept>(
  event: KeptEvent,
  record: R,
  action: "retire" | "restore",
): Decision<R> =>
  changed<R>(event, record, { state: keptLifecycle.next(record.state, action) } as Partial<R>);

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
