import type { Grants } from "./access/actor.ts";
import type { LifecycleTable } from "./domain/lifecycle.ts";
import type { TableDefinition } from "./dynamo/table-definition.ts";
import type { EventType } from "./events/event-type.ts";
import type { ForeignSubscription } from "./events/foreign.ts";
import type { Subscription } from "./events/subscription.ts";
import type { Endpoint } from "./http/endpoint.ts";

/** Something a service does by the clock; the timer function runs it. */
export type Schedule<C = never> = {
  /** kebab-case, unique in the service. */
  readonly id: string;
  readonly summary: string;
  /** EventBridge Scheduler expression, such as `rate(1 minute)`. */
  readonly every: string;
  /** Called with a deadline (epoch ms) by which it should have handed back control. */
  readonly handle: (run: { readonly deadline: number }, context: C) => Promise<void>;
};

/**
 * A service is data: router, access check, OpenAPI, event catalogue, infrastructure, tests and the portal's
 * client all read this value and nothing else. `C` is what its handlers are given (its stores and clock).
 */
export type Service<C = never> = {
  /** Folder, table, function and queue prefix; kebab-case. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly table: TableDefinition;
  readonly grants: Grants;
  readonly lifecycles: Readonly<Record<string, LifecycleTable>>;
  readonly events: readonly EventType[];
  readonly endpoints: readonly Endpoint<C>[];
  readonly subscriptions: readonly Subscription<C>[];
  /** What it wants to know of the account's default bus. */
  readonly foreign?: readonly ForeignSubscription<C>[];
  readonly schedules: readonly Schedule<C>[];
  /** It searches, and may use the search domain that the installation names in the place of its own index. */
  readonly searches?: true;
  /** What it signs, in words: it gets a key of its own, which only its API may sign with. */
  readonly signs?: string;
  /** Files belong to its records; their bytes lie under its name in the installation's bucket for files. */
  readonly keepsFiles?: true;
};

export const defineService = <C>(service: Service<C>): Service<C> => service;
