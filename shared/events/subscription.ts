import type { EventDetail, EventMeta, EventType } from "./event-type.ts";

/**
 * What a service does when something happened elsewhere. Delivery is at least once and unordered: whatever the
 * handler writes goes through the context's stores, which drop what this event already did (the inbox).
 */
export type Subscription<C = never> = {
  /** kebab-case, unique in the service, such as `problem-resolved`. */
  readonly id: string;
  readonly summary: string;
  readonly event: EventType;
  readonly handle: (detail: EventDetail, context: C) => Promise<void>;
};

/** Ties a subscription's handler to the type of its event's data. */
export const subscription = <T, C>(declaration: {
  readonly id: string;
  readonly summary: string;
  readonly event: EventType<T>;
  readonly handle: (received: { readonly meta: EventMeta; readonly data: T }, context: C) => Promise<void>;
}): Subscription<C> => declaration as unknown as Subscription<C>;
