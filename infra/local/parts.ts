/**
 * The seams of the local cloud: each part is written against these types only, so that a test can put a
 * fault (or a virtual clock) between any two of them.
 */

/** One resource of the synthesized template with every intrinsic function already resolved. */
export type Resource = {
  readonly stack: string;
  readonly logicalId: string;
  /** CloudFormation type, such as `AWS::SQS::Queue`. */
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties have no static type here
  readonly properties: any;
  /** What `Ref` gives for this resource. */
  readonly ref: string;
  readonly arn: string;
};

/** The whole synthesized app, ready to run. */
export type Assembly = {
  readonly resources: readonly Resource[];
  readonly ofType: (type: string) => readonly Resource[];
  readonly byArn: (arn: string) => Resource | undefined;
  readonly outputs: Readonly<Record<string, string>>;
};

/** Milliseconds since the epoch, virtual: tests and replays move it, it otherwise runs with real time. */
export type Clock = {
  readonly now: () => number;
  /** Moves the clock (either direction); waiting timers are looked at again, each due one fires once per jump. */
  readonly moveTo: (epochMs: number) => void;
  /** Offset to real time in milliseconds: containers apply it to their own `Date`. */
  readonly offset: () => number;
  /** Calls back once the virtual time is reached; returns a function that cancels. Never keeps the process alive. */
  readonly at: (epochMs: number, callback: () => void) => () => void;
  /** Calls back after every `moveTo` and before the timers that it makes due, with the signed distance; returns a function that ends it. */
  readonly onMove: (callback: (movedByMs: number) => void) => () => void;
};

export type InvokeResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errorType: string; readonly message: string };

/** Who calls: a service principal with the ARN of the resource in whose name it does, as in AWS. */
export type Caller = { readonly service: string; readonly sourceArn: string };

export type Functions = {
  /** Runs a function in a free container (one request at a time each; a line forms when all are busy). */
  readonly invoke: (
    functionArn: string,
    event: unknown,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<InvokeResult>;
  readonly stop: () => Promise<void>;
};

/** Answers every "may X do Y to Z?" from the template's policies; the reason is written for the log. */
export type Authority = {
  /** Identity policies of a role. */
  readonly roleMay: (
    roleArn: string,
    action: string,
    resourceArn: string,
    context?: Readonly<Record<string, string | readonly string[]>>,
  ) => Decision;
  /** Resource policies (queue policies, function permissions, topic policies) for a service principal. */
  readonly serviceMay: (caller: Caller, action: string, resourceArn: string) => Decision;
};
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** One entry accepted by PutEvents, as rules and targets see it. */
export type BusEvent = {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
};

export type Bus = {
  /** Durable when it returns: every matched target has the event in its (journaled) line. */
  readonly put: (busArn: string, event: BusEvent) => void;
  readonly recent: () => readonly {
    readonly time: string;
    readonly bus: string;
    readonly source: string;
    readonly type: string;
    readonly id: string;
    readonly targets: number;
  }[];
  readonly pending: () => number;
};

export type QueueCounts = {
  readonly arn: string;
  readonly name: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly oldestAgeMs: number;
};
export type Queues = {
  readonly send: (queueArn: string, body: string, attributes?: Readonly<Record<string, string>>) => void;
  /** Up to `max` messages without taking them: for the status page and for explaining a dead letter. */
  readonly peek: (
    queueArn: string,
    max: number,
  ) => readonly {
    readonly id: string;
    readonly body: string;
    readonly receives: number;
    readonly attributes: Readonly<Record<string, string>>;
  }[];
  /**
   * Moves messages of a dead-letter queue back to where they came from, or to `destination` where that is not
   * known (they came from a bus and not from a queue); returns how many.
   */
  readonly redrive: (deadLetterArn: string, destination?: string) => number;
  readonly counts: () => readonly QueueCounts[];
};

/** A part that can be asked whether work is left, so that `drain` knows when the cloud is quiet. */
export type Worker = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  /** How many units of work are waiting or under way (0 = idle). */
  readonly pending: () => number;
};

/** Durable small state that survives kill -9: an append-only file per name, compacted on open. */
export type Journal = {
  /** Replays what is stored for a name, oldest first. */
  readonly read: (name: string) => readonly unknown[];
  /** Appends one entry; on disk (page cache) when it returns. */
  readonly append: (name: string, entry: unknown) => void;
  /** Replaces everything stored for a name with these entries, atomically. */
  readonly rewrite: (name: string, entries: readonly unknown[]) => void;
  readonly close: () => void;
};

export type Log = (
  level: "info" | "warn" | "error",
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;
