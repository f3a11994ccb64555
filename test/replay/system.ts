import type { ApiClient, Reply } from "./api-client.ts";

/** Capacity units of one DynamoDB operation on one table, summed. */
export type CapacityLine = {
  readonly operation: string;
  readonly table: string;
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
};

/** Whether work is left anywhere, and how much in which part. */
export type Quiet = { readonly idle: boolean; readonly pending: Readonly<Record<string, number>> };

/** The people (or machines) that a script can be. */
export type Who = "desk" | "admin";

/** A running system with a clock that can be moved: what the replay and the benchmark drive. */
export type System = {
  readonly api: ApiClient;
  /** Calls the API (`path` below `/api`) with a valid token. */
  readonly as: (
    who: Who,
    method: string,
    path: string,
    options?: { body?: unknown; ifMatch?: number | undefined },
  ) => Promise<Reply>;
  readonly now: () => number;
  /** Moves the clock; schedules that this makes due fire once each. */
  readonly moveTo: (epochMs: number) => Promise<void>;
  /** Waits until every event has arrived and every queue is empty. */
  readonly drain: () => Promise<Quiet>;
  /** Starts counting capacity units anew. */
  readonly countCapacity: () => Promise<void>;
  readonly capacity: () => Promise<readonly CapacityLine[]>;
  readonly status: () => Promise<SystemStatus>;
};

export type SystemStatus = {
  readonly queues: readonly {
    readonly name: string;
    readonly visible: number;
    readonly inFlight: number;
    readonly delayed: number;
  }[];
};
