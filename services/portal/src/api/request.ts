import type { Routes } from "../../../../docs/generated/api.ts";

/** An operation of the API, named as the API names it: `POST /incidents/{incidentId}/take`. */
export type Route = keyof Routes;
export type ReplyOf<R extends Route> = R extends Route ? Routes[R]["reply"] : never;
export type BodyOf<R extends Route> = R extends Route ? Routes[R]["body"] : never;
export type QueryOf<R extends Route> = R extends Route ? Routes[R]["query"] : never;

type Part<Name extends string, Value> = undefined extends Value
  ? Value extends undefined
    ? { readonly [K in Name]?: undefined }
    : { readonly [K in Name]?: Value }
  : Record<string, never> extends Value
    ? { readonly [K in Name]?: Value }
    : { readonly [K in Name]: Value };

type Declared = { readonly params: unknown; readonly query: unknown; readonly body: unknown };
type Asking<D extends Declared> = Part<"params", D["params"]> &
  Part<"query", D["query"]> &
  Part<"body", D["body"]> & {
    /** The record's version that the change is meant for. */
    readonly version?: number | undefined;
    /** What makes a repetition of a POST the same request; each call has its own unless one is given. */
    readonly key?: string | undefined;
  };
/** What an operation is asked with: the parts it has, and only those it needs are needed. */
// Deferred: looking R up in the table would have the compiler intersect all operations.
export type Asked<R extends Route> = R extends Route ? Asking<Routes[R]> : never;

type Parts = {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
};

const queryText = (query: Readonly<Record<string, unknown>> = {}): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  if (given.length === 0) return "";
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
};

/** Address of an operation, `/api` and all: `addressOf("GET /teams/{teamId}", { params: { teamId: "a" } })`. */
export const addressOf = (route: string, { params = {}, query }: Parts): string => {
  const path = route
    .slice(route.indexOf(" ") + 1)
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  return `/api${path}${queryText(query)}`;
};
