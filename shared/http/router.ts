import { createHash } from "node:crypto";
import type { Actor } from "../access/actor.ts";
import { may } from "../access/actor.ts";
import type { Claims } from "../access/authenticate.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Once } from "../dynamo/scope.ts";
import type { Service } from "../service.ts";
import { apiPrefix, type Endpoint, methodOf, pathOf } from "./endpoint.ts";
import { formedPage } from "./formed-page.ts";
import { refusalsOf } from "./implied-refusals.ts";
import type { Reply } from "./problem.ts";
import { type HttpEvent, readIdempotencyKey, readRequest } from "./read-request.ts";

/** Built for each request: who asks, what ties its traces together, and under which key it happens once. */
export type Caller = {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly once?: Once | undefined;
};

export type Router = {
  /** The endpoint a request is for; undefined when the HTTP API sent a route that is not declared. */
  readonly find: (event: HttpEvent) => Endpoint | undefined;
  readonly answer: (
    endpoint: Endpoint,
    event: HttpEvent,
    correlationId: string,
    deadline: number,
  ) => Promise<Reply>;
};

/** A day: as long as clients of the field's payment interfaces may retry with the same key. */
const keepSeconds = 24 * 60 * 60;

/** Nobody: what an endpoint without a permission gets as its actor. */
const anonymous: Actor = { id: "anonymous", roles: [], teams: [], permissions: new Set() };

const onceFor = (endpoint: Endpoint, event: HttpEvent, actor: Actor): Once | undefined => {
  const key = methodOf(endpoint.route) === "POST" ? readIdempotencyKey(event) : undefined;
  if (key === undefined || endpoint.safe) return undefined;
  const fingerprint = createHash("sha256")
    .update(`${event.rawPath}\n${event.body ?? ""}`)
    .digest("base64url");
  return { key: `IDEMPOTENCY#${actor.id}#${endpoint.id}#${key}`, fingerprint, keepSeconds };
};

const success = (endpoint: Endpoint, event: HttpEvent, result: unknown): Reply => {
  // The declared reply is all that leaves: what a schema does not name is dropped here.
  const reply = endpoint.reply.parse(result);
  const version = (reply as { version?: unknown } | null)?.version;
  const etag = typeof version === "number" ? `"${version}"` : undefined;
  const headers: Record<string, string> = etag ? { etag } : {};
  const formed = formedPage(endpoint, event, reply);
  if (formed) return { ...formed, headers: { ...headers, ...formed.headers } };
  const unchanged = methodOf(endpoint.route) === "GET" && etag && event.headers["if-none-match"] === etag;
  if (unchanged) return { statusCode: 304, headers };
  return {
    statusCode: endpoint.status ?? 200,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(reply),
  };
};

/**
 * Turns a service's endpoints into one function: find, admit, check the permission, validate, handle, answer.
 * `connect` gives the handler its stores for this caller; `admit` refuses who asks too much.
 */
export const createRouter = <C>(
  service: Service<C>,
  authenticate: (claims: Claims | undefined) => Actor,
  connect: (caller: Caller) => C,
  admit: (actor: Actor) => Promise<void> = async () => undefined,
): Router => {
  const endpoints = new Map(
    service.endpoints.map((e) => [
      `${methodOf(e.route)} ${apiPrefix}${pathOf(e.route)}`,
      e as Endpoint<never>,
    ]),
  );
  const refusals = new Map(service.endpoints.map((e) => [e.id, refusalsOf(e as Endpoint<never>)]));

  const answer: Router["answer"] = async (endpoint, event, correlationId, deadline) => {
    try {
      const claims = event.requestContext.authorizer?.jwt?.claims;
      const actor = endpoint.permission ? authenticate(claims) : anonymous;
      if (endpoint.permission) await admit(actor);
      if (endpoint.permission && !may(actor, endpoint.permission)) throw new Refusal("forbidden");
      const request = { ...readRequest(endpoint, event), actor, deadline };
      const context = connect({ actor, correlationId, once: onceFor(endpoint, event, actor) });
      const result = await endpoint.handle(request, context as never);
      return success(endpoint, event, result);
    } catch (error) {
      const undeclared = error instanceof Refusal && !refusals.get(endpoint.id)?.has(error.code);
      throw undeclared
        ? new Error(`${endpoint.id} refused with undeclared ${error.code}`, { cause: error })
        : error;
    }
  };

  return { find: (event) => endpoints.get(event.routeKey), answer };
};
