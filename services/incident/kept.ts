import * as z from "zod";
import { defineLifecycle } from "../../shared/domain/lifecycle.ts";
import { recordFields } from "../../shared/domain/record-fields.ts";
import { type Decision, occurred, type RecordBase } from "../../shared/dynamo/record.ts";
import type { EventType } from "../../shared/events/event-type.ts";

/** Texts that are kept to be used again live as long as they are useful; what used them stays as it is. */
export const keptLifecycle = defineLifecycle(["active", "retired"], {
  retire: { from: ["active"], to: "retired" },
  restore: { from: ["retired"], to: "active" },
});

/** What every kept text has besides its own fields. */
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

/** How a kind of kept text says that it changed: its event carries it whole under `field`. */
export type KeptEvent = { readonly event: EventType<never>; readonly field: string };

const changed = <R extends Kept>(
  { event, field }: KeptEvent,
  before: Partial<R>,
  changes: Partial<R>,
): Decision<R> => [occurred(event as EventType, { [field]: { ...before, ...changes } }, changes)];

/** A new text; the given fields are all it has. */
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
