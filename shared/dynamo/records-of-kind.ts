import type { Position } from "./cursor.ts";
import type { Page, PageRequest } from "./page.ts";
import type { Ask, TablePage } from "./query.ts";
import type { Decision, HistoryEntry, Part, RecordBase } from "./record.ts";

/** The records of one kind, as one call or event may read and change them. */
export type Records<R extends RecordBase> = {
  /** What the actor may see of a record; refuses with `not_found` otherwise, whether or not it exists. */
  readonly get: (id: string) => Promise<R>;
  /** What the actor may see of a record as it was at an instant (ISO 8601), from its history; nothing before it began. */
  readonly asOf: (id: string, instant: string) => Promise<R | undefined>;
  /**
   * Gives a new record its number and writes what the decision says. Where one call or event creates several
   * of a kind, `name` tells them apart when it comes again.
   */
  readonly create: (decide: (id: string) => Decision<R>, name?: string) => Promise<R>;
  /**
   * The same under an id that somebody chose; refuses with `already_exists` when it is taken. No id may hold
   * a `#`: it could name an item that is no record. A decision given as a function may refuse: a repeated request gets its
   * first answer all the same.
   */
  readonly createAs: (id: string, decision: Decision<R> | (() => Decision<R>), name?: string) => Promise<R>;
  /**
   * Reads, decides and writes as one: when somebody was faster the decision is made again on what is there
   * now, unless the client named the version it means (`ifMatch`). Deciding nothing writes nothing.
   */
  readonly update: (
    id: string,
    ifMatch: number | undefined,
    decide: (record: R) => Decision<R>,
  ) => Promise<R>;
  /**
   * Several records decided on and written as one transaction, or none of them. The first one is what the call
   * is about: `ifMatch`, the reply and repetition are its affair. `decide` gets `undefined` for others that are
   * not there or not for the actor to see, and answers a decision per id given.
   */
  readonly updateTogether: (
    ids: readonly [string, ...string[]],
    ifMatch: number | undefined,
    decide: (first: R, ...others: readonly (R | undefined)[]) => readonly Decision<R>[],
  ) => Promise<R>;
  /** Id of the record that holds a claim, if any does. */
  readonly holder: (claim: string) => Promise<string | undefined>;
  /** The same of many claims at once; those that nobody holds are missing. */
  readonly holders: (claims: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** One page of an index, or with `edges` of the records whose edges the index holds. */
  readonly list: (ask: Ask & { readonly edges?: boolean }, page: PageRequest) => Promise<Page<R>>;
  /**
   * What the actor may see of the first records of an index, `most` at most: one read whatever is behind it.
   * For suggestions, where a full page is not promised.
   */
  readonly few: (ask: Ask & { readonly edges?: boolean }, most: number) => Promise<readonly R[]>;
  /** What the actor may see of some records, in any order; the others are missing. */
  readonly some: (ids: readonly string[]) => Promise<readonly R[]>;
  /** The same as lists show them, without their long fields: for many, of which little is needed. */
  readonly brief: (ids: readonly string[]) => Promise<readonly R[]>;
  /** What the actor may see of some by id, and as they are now: what was written before the call is seen. */
  readonly present: (ids: readonly string[]) => Promise<ReadonlyMap<string, R>>;
  /** Makes the edges that follow a record (`RecordType.spread`) those that it has now; repeating it writes nothing. */
  readonly spread: (id: string) => Promise<void>;
  readonly history: (
    id: string,
    page: PageRequest & { readonly newestFirst?: boolean },
  ) => Promise<Page<HistoryEntry>>;
  /**
   * What decisions left beside records, in any order; what is not there is missing in the answer. Who asks must
   * have the records from `get` or a list, which know what the actor may see.
   */
  readonly parts: (
    wanted: readonly { readonly id: string; readonly name: string }[],
  ) => Promise<readonly (Part & { readonly id: string })[]>;
  /** What happened to a record at one of its versions, as it was stored; for services themselves, not for people. */
  readonly entry: (id: string, sequence: number) => Promise<HistoryEntry | undefined>;
  /** How many records an index partition has, counted up to `most` (one page of 1 MB at the most). */
  readonly count: (ask: Ask, most: number) => Promise<number>;
  /** Ids of all records in an index partition, oldest first: for due work and links, not for people. */
  readonly ids: (ask: Ask) => AsyncGenerator<readonly string[]>;
  /** The same in small pages from behind a position on, for work that a later run takes up. */
  readonly idPages: (ask: Ask, after?: Position) => AsyncGenerator<TablePage<string>>;
};
