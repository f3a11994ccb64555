import type * as z from "zod";
import type { Actor, Permission } from "../access/actor.ts";
import type { RefusalCode } from "../domain/refusal.ts";

/** Every path of the API begins with this; CloudFront and the local cloud pass it on unchanged. */
export const apiPrefix = "/api";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A validated request as a handler sees it. */
export type Request<P = unknown, Q = unknown, B = unknown> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actor: Actor;
  /** The record's version from `If-Match`, when the client sent one. */
  readonly ifMatch: number | undefined;
  /** Handling should be over by then (`performance.now()`): what is left is refused with `unavailable`. */
  readonly deadline: number;
};

/** Another form than JSON in which a list can be asked for (`Accept`), page by page like the list itself. */
export type Form = {
  readonly type: string;
  /** Ending of the file that browsers keep it as. */
  readonly ending: string;
  readonly description: string;
  /** A page in this form; `page` is what JSON would have been made of. */
  readonly write: (page: unknown) => string;
};

/** One operation of the API. The declared refusals are the only ones it may answer with. */
export type Endpoint<C = never> = {
  /** operationId, metric dimension and construct id; camelCase, unique over all services. */
  readonly id: string;
  readonly summary: string;
  /** Such as `POST /incidents/{incidentId}/assign`, without the prefix. */
  readonly route: `${Method} /${string}`;
  /** What the caller's roles must grant; undefined: anyone, even without a token. */
  readonly permission?: Permission | undefined;
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
  /** Characters its body may have, where that is more than usual. The whole of it is in memory. */
  readonly bodyLimit?: number | undefined;
  readonly reply: z.ZodType;
  /** Status of success, 200 unless given. */
  readonly status?: 200 | 201 | 202 | undefined;
  /** True where `If-Match` must be sent (428 without it). */
  readonly needsVersion?: boolean | undefined;
  /** True for a POST that only answers: nothing is written, so repeating it needs no key. */
  readonly safe?: boolean | undefined;
  /** For lists: forms besides JSON. One of the type of a table takes the place of the table that every list has. */
  readonly forms?: readonly Form[] | undefined;
  /** It answers in this form and no other, whatever is asked for: for programs that ask for nothing. */
  readonly only?: Form | undefined;
  readonly refusals: readonly RefusalCode[];
  readonly handle: (request: Request, context: C) => Promise<unknown>;
};

type Typed<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, C> = Omit<
  Endpoint,
  "params" | "query" | "body" | "reply" | "handle"
> & {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly reply: R;
  readonly handle: (
    request: Request<z.output<P>, z.output<Q>, z.output<B>>,
    context: C,
  ) => Promise<z.input<R>>;
};

/** Ties a handler to the types of its endpoint's schemas. */
export const endpoint = <
  R extends z.ZodType,
  C,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(
  declaration: Typed<P, Q, B, R, C>,
): Endpoint<C> => declaration as unknown as Endpoint<C>;

export const methodOf = (route: string): Method => route.split(" ", 1)[0] as Method;
export const pathOf = (route: string): string => route.slice(route.indexOf(" ") + 1);
