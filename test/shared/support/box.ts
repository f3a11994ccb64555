import * as z from "zod";
import type { Actor } from "../../../shared/access/actor.ts";
import { type Decision, occurred, type RecordBase, type RecordType } from "../../../shared/dynamo/record.ts";
import { createRecords } from "../../../shared/dynamo/records.ts";
import type { Once, Scope } from "../../../shared/dynamo/scope.ts";
import { defineEvent } from "../../../shared/events/event-type.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

/** A kind of record that uses every mechanism: indexes, edges, claims, long fields, and hidden ones. */
export type Box = RecordBase & {
  readonly owner: string;
  readonly size: number;
  readonly label?: string | undefined;
  readonly text?: string | undefined;
  readonly near: readonly string[];
  readonly secret?: boolean | undefined;
};

export const BoxChanged = defineEvent({
  source: "test.box",
  type: "BoxChanged",
  version: 1,
  summary: "A box is another one now.",
  data: z.object({ size: z.number() }),
});

export const boxTable = { indexes: { byOwner: "Boxes of an owner by size", near: "Boxes near something" } };

export const boxes: RecordType<Box> = {
  prefix: "BOX",
  indexes: ({ id, owner, size }) => ({
    byOwner: size > 0 ? { partition: owner, order: `${String(size).padStart(5, "0")}#${id}` } : undefined,
  }),
  edges: ({ id, near }) => near.map((target) => ({ index: "near", target, order: id })),
  claims: ({ label }) => (label === undefined ? [] : [label]),
  long: ["text"],
  view: (actor, box) => (box.secret && actor.id !== box.owner ? undefined : box),
  viewEntry: (actor, box, entry) => (actor.id === box.owner ? entry : { ...entry, data: {} }),
};

/** A decision that sets fields, as one event. */
export const change = (changes: Partial<Box>, confidential?: Record<string, unknown>): Decision<Box> => [
  occurred(BoxChanged, { size: changes.size ?? 0 }, changes, confidential),
];

export const newBox = (changes: Partial<Box> = {}) => change({ owner: "ann", size: 1, near: [], ...changes });

export const actorOf = (id: string): Actor => ({ id, roles: [], teams: [], permissions: new Set() });

/** The boxes of a fresh table as different people and requests meet them; `clock.at` says when. */
export const startBoxes = async () => {
  const fresh: FreshTable = await freshTable(boxTable);
  const clock = { at: new Date("2026-03-01T10:00:00.000Z"), now: () => clock.at };
  const scope = (who: string, once?: Once): Scope => ({
    table: fresh.table,
    client: fresh.client,
    clock,
    actor: actorOf(who),
    correlationId: "c-1",
    ...(once ? { once } : {}),
  });
  const as = (who: string, once?: Once) => createRecords(boxes, scope(who, once));
  return { ...fresh, clock, scope, as };
};
export type Boxes = Awaited<ReturnType<typeof startBoxes>>;
