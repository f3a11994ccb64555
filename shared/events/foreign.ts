import type * as z from "zod";

/**
 * An event that something outside of the installation puts on the account's default bus, such as an AWS
 * service. Its form is theirs to change: what does not keep the schema is kept as unreadable, never dropped.
 */
export type ForeignEvent<T = unknown> = {
  readonly source: string;
  readonly detailType: string;
  readonly summary: string;
  /** What is read of its `detail`; fields that are not named are let through. */
  readonly detail: z.ZodType<T>;
};

/** What EventBridge says around a foreign event's `detail`. `account` and `region` are where it happened. */
export type ForeignEnvelope = {
  readonly id: string;
  readonly source: string;
  readonly "detail-type": string;
  readonly account: string;
  readonly region: string;
  /** ISO 8601, whole seconds. */
  readonly time: string;
  readonly resources?: readonly string[];
};

/** What a service does about a foreign event. Delivery is at least once and unordered, as everywhere. */
export type ForeignSubscription<C = never> = {
  /** kebab-case, unique among the service's subscriptions. */
  readonly id: string;
  readonly event: ForeignEvent;
  readonly handle: (received: ForeignEnvelope & { readonly detail: unknown }, context: C) => Promise<void>;
  /** Keeps an event whose form nobody knows, with the reason, for people to look at. */
  readonly keep: (
    received: ForeignEnvelope & { readonly detail: unknown },
    reason: string,
    context: C,
  ) => Promise<void>;
};

/** Ties a handler to the type of its event's detail. */
export const foreignSubscription = <T, C>(
  declaration: Omit<ForeignSubscription<C>, "event" | "handle"> & {
    readonly event: ForeignEvent<T>;
    readonly handle: (received: ForeignEnvelope & { readonly detail: T }, context: C) => Promise<void>;
  },
): ForeignSubscription<C> => declaration as unknown as ForeignSubscription<C>;
