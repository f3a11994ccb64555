/** What one function has been doing since the local cloud started. */
export type FunctionStatus = {
  readonly name: string;
  /** The stack it belongs to; functions are shown grouped by it. */
  readonly service: string;
  readonly containers: number;
  readonly busy: number;
  /** Requests waiting for a free container. */
  readonly waiting: number;
  readonly invocations: number;
  readonly errors: number;
};

export type QueueStatus = {
  readonly arn: string;
  readonly name: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  readonly oldestAgeMs: number;
  readonly isDeadLetter: boolean;
};

export type StreamStatus = { readonly table: string; readonly functionName: string; readonly behind: number };

export type ScheduleStatus = {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  /** Epoch milliseconds; undefined when it never fires again. */
  readonly nextMs: number | undefined;
};

/** An event's envelope; what is in it stays out of the page. */
export type EventStatus = {
  readonly time: string;
  readonly bus: string;
  readonly source: string;
  readonly type: string;
  readonly id: string;
  readonly targets: number;
};

/** An alarm on a queue, and whether its threshold is reached now. */
export type AlarmStatus = {
  readonly name: string;
  readonly description: string;
  readonly isRinging: boolean;
};

/** Everything the status page shows. Numbers and names of the template only: never what people wrote. */
export type StatusSnapshot = {
  /** Virtual time and how far it is from real time, in milliseconds. */
  readonly clock: { readonly nowMs: number; readonly offsetMs: number };
  readonly functions: readonly FunctionStatus[];
  readonly queues: readonly QueueStatus[];
  readonly alarms: readonly AlarmStatus[];
  readonly streams: readonly StreamStatus[];
  readonly schedules: readonly ScheduleStatus[];
  /** Newest first. */
  readonly events: readonly EventStatus[];
  readonly links: readonly { readonly label: string; readonly href: string }[];
};
