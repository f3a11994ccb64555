import type { EventDetail, EventMeta, EventType } from "./event-type.ts";

/** Part of an EventBridge event pattern, placed under `detail.data`. */
export type DataPattern = { readonly [field: string]: DataPattern | readonly unknown[] };

/**
 * What a service does when something happened elsewhere. Delivery is at least once and unordered: whatever the
 * handler writes goes through the context's stores, which drop what this event already did (the inbox).
 */
export type Subscription<C = never> = {
  /** kebab-case, unique in the service, such as `problem-resolved`. */
  readonly id: string;
  readonly summary: string;
  readonly event: EventType;
  /**
   * EventBridge pattern on the event's data, so that what is of no interest costs nothing. The handler must
   * still bear events outside it: another subscription may have asked for them.
   */
  readonly where?: DataPattern | undefined;
  readonly handle: (detail: EventDetail, context: C) => Promise<void>;
};

/** Ties a subscription's handler to the type of its event's data. */
export const subscription = <T, C>(declaration: {
  readonly id: string;
  readonly summary: string;
  readonly event: EventType<T>;
  readonly where?: DataPattern;
  readonly handle: (received: { readonly meta: EventMeta; readonly data: T }, context: C) => Promise<void>;
}): Subscription<C> => declaration as unknown as Subscription<C>;
