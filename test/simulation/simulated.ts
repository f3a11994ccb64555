import type { RecordBase, RecordType } from "../../shared/dynamo/record.ts";
import type { Service } from "../../shared/service.ts";
import type { Name } from "../bed/people.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./machine/random.ts";

/** What something outside puts on the account's default bus. */
export type Foreign = {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
};

/** Something a person or a program asks of the API; or, `foreign`, an event that comes instead. */
export type Operation = {
  readonly foreign?: Foreign;
  readonly as: Name;
  readonly method: "GET" | "POST" | "PATCH" | "PUT";
  /** Without the `/api` in front. */
  readonly path: string;
  readonly body?: unknown;
  readonly query?: Readonly<Record<string, string>>;
  /** Version for `If-Match`. */
  readonly ifMatch?: number | undefined;
  /** With an `Idempotency-Key`, so it is sent again when the outcome is unknown. */
  readonly isKeyed?: boolean;
  /** A yes may have written nothing, because all was so already. */
  readonly mayChangeNothing?: boolean;
  /** How many of its parts may be about one record, each to happen once, maybe by different requests; 1 unless given. */
  readonly parts?: number;
};

/** A record as the API last showed it to somebody. */
export type SeenRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly version: number;
};

/** What clients know. */
export type Model = {
  /** Records whose ids begin so, oldest first. */
  readonly seen: (prefix: string) => readonly SeenRecord[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 up to 1, and the same for a while: some runs are mostly about one thing, and go deep there. */
  readonly mood: number;
  /** A text that no other operation of this run sends. */
  readonly word: () => string;
};

/** A kind of record as its service stores it. */
export type StoredKind = {
  readonly type: RecordType<RecordBase>;
  readonly isOne: (id: string) => boolean;
  /**
   * Types of its events that say what was worked out anew from other facts, whichever event gave the occasion: a
   * repeat may see more than the first.
   */
  readonly recomputed: readonly string[];
};

/** What the simulation has to know of a service; everything else it reads from the declaration. */
export type Simulated = {
  readonly service: Service;
  /** How much of the workload is this service's, against 10 of the busiest. */
  readonly share: number;
  readonly kinds: readonly StoredKind[];
  readonly operation: (random: Random, model: Model) => Operation;
  /** What is broken, in a sentence each. */
  readonly broken: (facts: Facts) => readonly string[];
};

/** Forgets the type of a kind's records: the simulation treats all of them alike. */
export const storedKind = <R extends RecordBase>(
  type: RecordType<R>,
  isOne: (id: string) => boolean,
  recomputed: readonly string[] = [],
): StoredKind => ({ type: type as unknown as RecordType<RecordBase>, isOne, recomputed });
