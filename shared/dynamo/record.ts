import type { Actor } from "../access/actor.ts";
import type { EventMeta, EventType } from "../events/event-type.ts";
import type { IndexKey } from "./table-definition.ts";
import type { Tie } from "./ties.ts";

/** What every record has. `version` counts its events and is the ETag; times are ISO 8601 UTC. */
export type RecordBase = {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/**
 * What belongs to a record and is too large to be read and written with it each time, such as one version of a
 * long text. Its name is never used again, so an item of its own keeps it; it is no part of the history.
 */
export type Part = { readonly name: string; readonly value: Readonly<Record<string, unknown>> };

/**
 * One thing a decision lets happen: the published event and the fields of the record it sets (`undefined`
 * removes a field). What people may read in the history but consumers must not get is `confidential`.
 */
export type Occurrence<R> = {
  readonly event: EventType;
  readonly data: unknown;
  readonly changes: Partial<R>;
  readonly confidential?: Readonly<Record<string, unknown>> | undefined;
  /** What it leaves beside the record, to be read by its name; written once and never changed. */
  readonly beside?: readonly Part[] | undefined;
  /** Who or what let it happen, where that is not the call, event or schedule that it was written with. */
  readonly by?: Pick<EventMeta, "actor" | "causationId"> | undefined;
};

/** What a decision answers: nothing (no change, nothing is written), one event, or several in order. */
export type Decision<R> = readonly Occurrence<R>[];

export const occurred = <T, R>(
  event: EventType<T>,
  data: T,
  changes: Partial<R>,
  confidential?: Readonly<Record<string, unknown>>,
): Occurrence<R> => ({ event: event as EventType, data, changes, confidential });

/** A field's value before and after an event; an absent side means the field was not set. */
export type FieldChange = { readonly from?: unknown; readonly to?: unknown };

/** One entry of a record's history, as stored and before the access rule has looked at it. */
export type HistoryEntry = {
  readonly type: string;
  readonly meta: EventMeta;
  readonly data: Readonly<Record<string, unknown>>;
  readonly changes: Readonly<Record<string, FieldChange>>;
};

/** A derived item beside the record, found by `target` in an index: which records point at a CI, say. */
export type Edge = { readonly index: string; readonly target: string; readonly order: string };

/** Fields kept by the store: `from` gives them as they are after an event (`after.updatedAt` is its time). */
export type Follows<R> = {
  readonly fields: readonly (keyof R & string)[];
  readonly from: (before: R | undefined, after: R) => Partial<R>;
};

/** How a kind of record lives in its service's table. Everything besides the record is derived from it. */
export type RecordType<R extends RecordBase> = {
  /** Prefix of the people-facing number, such as `INC`; the number is the id. */
  readonly prefix: string;
  /** For records that exist before anybody wrote them (settings): what they are until then, version 0. */
  readonly initial?: (id: string) => R | undefined;
  /** The record's key in each index it belongs to. */
  readonly indexes: (record: R) => Readonly<Record<string, IndexKey | undefined>>;
  readonly edges?: (record: R) => readonly Edge[];
  /**
   * Edges that may be more than fit the record's transaction. They follow the record a moment later: whoever hears
   * that it changed calls `spread`.
   */
  readonly spread?: (record: R) => readonly Edge[];
  /** Short facts kept together with those of other records, for reads that follow them from record to record. */
  readonly ties?: (record: R) => readonly Tie[];
  /** Values nobody else of this kind may hold at the same time. */
  readonly claims?: (record: R) => readonly string[];
  /** Fields too long for lists; they stay out of the indexes. */
  readonly long: readonly (keyof R & string)[];
  /**
   * Fields that follow from all others as they change, event by event. The store keeps them itself, so no
   * decision can leave them out, and its history without them: folding it gives them again.
   */
  readonly follows?: Follows<R>;
  /** The one function that decides what an actor sees of a record: all, a redacted one, or nothing. */
  readonly view: (actor: Actor, record: R) => R | undefined;
  /** The same for an entry of its history; only asked when `view` shows the record. */
  readonly viewEntry: (actor: Actor, record: R, entry: HistoryEntry) => HistoryEntry | undefined;
};

/** Applies what happened to a record. Every record equals the fold of its history. */
export const applyOccurrence = <R extends RecordBase>(
  record: R | undefined,
  id: string,
  changes: Partial<R>,
  at: string,
  follows?: Follows<R>,
): R => {
  const next = { ...record, ...changes, id } as Record<string, unknown>;
  for (const key of Object.keys(changes)) if (next[key] === undefined) delete next[key];
  const after = {
    ...next,
    version: (record?.version ?? 0) + 1,
    createdAt: record?.createdAt ?? at,
    updatedAt: at,
  } as unknown as R;
  return follows ? { ...after, ...follows.from(record, after) } : after;
};

/** Clocks of machines differ, and who is slow works for a moment that is past: time never goes back for a record. */
export const momentFor = (before: RecordBase | undefined, now: Date): Date =>
  before !== undefined && Date.parse(before.updatedAt) > now.getTime() ? new Date(before.updatedAt) : now;

/** A record computed anew from its history, oldest entry first: the proof that nothing bypassed it. */
export const fold = <R extends RecordBase>(
  history: readonly HistoryEntry[],
  initial?: R,
  follows?: Follows<R>,
): R | undefined =>
  history.reduce<R | undefined>((record, { changes, meta }) => {
    const set = Object.fromEntries(Object.entries(changes).map(([field, change]) => [field, change.to]));
    return applyOccurrence(record, meta.subject, set as Partial<R>, meta.occurredAt, follows);
  }, initial);
