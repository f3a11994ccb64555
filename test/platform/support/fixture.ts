import type { Name } from "../../bed/people.ts";
import type { Bed } from "../../bed/start-bed.ts";

/** One kind of record with a lifecycle: what of it cannot be read from the declaration. */
export type RecordKind = {
  /** The path parameter that takes its id. */
  readonly param: string;
  /** Makes a record in a state, as `by` meets it; answers its id. */
  readonly make: (bed: Bed, state: string) => Promise<string>;
  /** Which endpoint does which action of the lifecycle; `events` where only another service's events do. */
  readonly actions: Readonly<Record<string, string | "events">>;
  /** A record that exists and that somebody with all permissions to ask must not find. */
  readonly hidden?: { readonly make: (bed: Bed) => Promise<string>; readonly from: Name };
};

/** What the platform's tests need to know of a service besides its declaration. */
export type Fixture = {
  /** Who does whatever their role allows; somebody else with the permission does the rest. */
  readonly by: Name;
  /** Makes what bodies refer to, before anything else. */
  readonly given?: (bed: Bed) => Promise<void>;
  /** Lets happen what no endpoint does, so that every declared event has occurred once. */
  readonly events?: (bed: Bed) => Promise<void>;
  /** By the name of the lifecycle. */
  readonly kinds: Readonly<Record<string, RecordKind>>;
  /** By endpoint, what must have happened (to a new record, where it takes one) before it can have an effect. */
  readonly before?: Readonly<Record<string, (bed: Bed, id: string) => Promise<unknown>>>;
  /**
   * By endpoint, a body that has an effect on every new record, or what makes another one each time;
   * otherwise the smallest valid one is made up.
   */
  readonly bodies?: Readonly<Record<string, unknown>>;
  /** Another valid body, where it says one thing or another: with what the first cannot have beside it. */
  readonly otherBodies?: Readonly<Record<string, unknown>>;
  /** By endpoint, the query it cannot do without. */
  readonly queries?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Endpoints whose bodies are about another record than the one they answer with. */
  readonly ofOthers?: readonly string[];
};
